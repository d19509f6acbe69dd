/** Everything on record about one scan; what there is none of is left out. */
import type { ReactNode } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { describeScene } from '../../components/describe-scene.ts';
import { MaskedOpenid } from '../../components/MaskedOpenid.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

type FactName =
  | 'scannedAt'
  | 'decidedAt'
  | 'entry'
  | 'param'
  | 'openid'
  | 'unionid'
  | 'subscribeTime'
  | 'subscribeScene'
  | 'visits'
  | 'firstScannedAt'
  | 'errcode'
  | 'ip'
  | 'id';

export function ScanFacts({ scan, entryName }: { scan: Scan; entryName: string }) {
  const t = useText();
  return (
    <dl className="details-facts">
      <Fact name="scannedAt">{dayTime(scan.scannedAt)}</Fact>
      <Fact name="decidedAt">{dayTime(scan.decidedAt)}</Fact>
      <Fact name="entry">{entryName}</Fact>
      <Fact name="param">{scan.param !== '' && <code>{scan.param}</code>}</Fact>
      <Fact name="openid">
        {scan.openid === null ? (
          <span className="details-none">{t('records:list.noOpenid')}</span>
        ) : (
          <MaskedOpenid openid={scan.openid} />
        )}
      </Fact>
      <Fact name="unionid">{scan.unionid !== null && <MaskedOpenid openid={scan.unionid} />}</Fact>
      <Fact name="subscribeTime">{scan.subscribeTime !== null && dayTime(scan.subscribeTime)}</Fact>
      <Fact name="subscribeScene">
        {scan.subscribeScene !== null && describeScene(t, scan.subscribeScene)}
      </Fact>
      <Fact name="visits">{scan.visits > 1 && scan.visits}</Fact>
      <Fact name="firstScannedAt">{scan.firstScannedAt !== null && dayTime(scan.firstScannedAt)}</Fact>
      <Fact name="errcode">{scan.errcode !== null && <code>{scan.errcode}</code>}</Fact>
      <Fact name="ip">{scan.ip !== null && <code>{scan.ip}</code>}</Fact>
      <Fact name="id">
        <ScanId id={scan.id} />
      </Fact>
    </dl>
  );
}

/** `false` for what there is none of. */
function Fact({ name, children }: { name: FactName; children: ReactNode }) {
  const t = useText();
  if (children === false) return null;
  return (
    <div>
      <dt>{t(`records:details.facts.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ScanId({ id }: { id: string }) {
  const t = useText();
  return (
    <>
      <code>{id}</code>{' '}
      <CopyButton
        size="small"
        type="text"
        iconOnly
        text={id}
        label={`${t('copy')} ${t('records:details.facts.id')}`}
      />
    </>
  );
}
