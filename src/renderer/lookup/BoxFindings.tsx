/** What was read from the box: how many openids, what came twice, and where something is none. */
import { WarningFilled } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { MOST_OPENIDS } from '#shared/model/lookup.ts';
import { useText } from '../text/text.ts';
import { grouped } from './grouped.ts';
import type { Stray } from './read-openids.ts';
import type { Box } from './use-box.ts';

const SHOWN_STRAYS = 100;

export function BoxFindings({ box, compact }: { box: Box; compact: boolean }) {
  const t = useText();
  const { openids, duplicates, strays } = box.read;
  // Somebody is typing a line: it is not judged before Enter.
  const isBegun = box.source === null && openids.length === 0 && !box.text.trim().includes('\n');
  if (isBegun) {
    return <span className="lookup-note">{compact ? t('lookup:box.scanNext') : t('lookup:box.hint')}</span>;
  }
  return (
    <>
      <strong>{t('lookup:box.found', { amount: grouped(openids.length) })}</strong>
      {duplicates > 0 && <span>{t('lookup:box.duplicates', { amount: grouped(duplicates) })}</span>}
      {strays.length > 0 && <Strays strays={strays} box={box} />}
      {box.tooMany && (
        <span className="openid-box-trouble">{t('lookup:box.tooMany', { most: grouped(MOST_OPENIDS) })}</span>
      )}
    </>
  );
}

function Strays({ strays, box }: { strays: readonly Stray[]; box: Box }) {
  const t = useText();
  const list = (
    <div className="strays">
      <p className="lookup-note">{t('lookup:strays.what')}</p>
      <ol>
        {strays.slice(0, SHOWN_STRAYS).map(({ line, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and a line may come twice
          <li key={index}>
            <span>{t('lookup:strays.line', { line })}</span>
            <code>{text}</code>
          </li>
        ))}
      </ol>
      {strays.length > SHOWN_STRAYS && (
        <p className="lookup-note">
          {t('lookup:strays.more', { amount: grouped(strays.length - SHOWN_STRAYS) })}
        </p>
      )}
    </div>
  );
  return (
    <>
      <Popover content={list} trigger="click" placement="bottomLeft">
        <Button size="small" type="text" icon={<WarningFilled className="strays-icon" />}>
          {t('lookup:strays.count', { amount: grouped(strays.length) })}
        </Button>
      </Popover>
      <Checkbox checked={box.strayToo} onChange={({ target }) => box.setStrayToo(target.checked)}>
        {t('lookup:strays.too')}
      </Checkbox>
    </>
  );
}
