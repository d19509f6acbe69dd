/** The code, and beside it who scanned it, live. */
import { LoadingOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import type { Entry } from '#shared/model/entry.ts';
import { Callout } from '../../components/Callout.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { QrCode } from '../../components/qr/QrCode.tsx';
import { isLoopback } from '../../desk/loopback.ts';
import { useObstacle } from '../../desk/Obstacle.tsx';
import { ScanRow } from '../../desk/ScanRow.tsx';
import { useCode } from '../../desk/use-code.ts';
import { useFeed } from '../../desk/use-feed.ts';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import type { AccountGuide } from '../guide.ts';
import '../../desk/code.css';
import '../../desk/feed.css';

const SHOWN = 3;

export function FirstScan({ guide, entry }: { guide: AccountGuide; entry: Entry }) {
  const t = useText();
  const { account, states, go } = guide;
  const { query, status } = useConsole();
  const queryClient = useQueryClient();
  const callback = status.data?.callback;
  const obstacle = useObstacle(account);
  const current = useCode(entry, obstacle === null && callback?.state === 'listening' ? callback.url : null);
  const feed = useFeed(
    { accountId: account.id, entryId: undefined },
    { onChanges: () => void queryClient.invalidateQueries({ queryKey: query.scans.summary.key() }) },
  );
  const link = obstacle === null ? (current.code?.entryUrl ?? null) : null;
  const rows = feed.rows.slice(0, SHOWN);
  return (
    <div className="first-scan">
      <div className="first-scan-code">
        <QrCode text={link} label={t('desk:code.alt', { name: entry.name })}>
          {obstacle ??
            (current.error ? (
              <ErrorState error={current.error} retrying={current.isFetching} onRetry={current.refetch} />
            ) : (
              <Spin size="large" description={t('desk:code.loading')} />
            ))}
        </QrCode>
        {link !== null && <code className="first-scan-link">{link}</code>}
      </div>
      <div className="first-scan-result">
        {states.scan !== 'done' && account.kind === 'other' && (
          <Callout tone="warning" title={t('setup:kind.neither.title')}>
            <p>{t('setup:kind.points.noDoor')}</p>
            <div className="callout-actions">
              <Button size="small" onClick={() => go('kind')}>
                {t('setup:steps.kind.name')}
              </Button>
            </div>
          </Callout>
        )}
        {states.scan !== 'done' && link !== null && isLoopback(link) && (
          <Callout tone="warning" title={t('desk:code.loopback')}>
            <div className="callout-actions">
              <Button size="small" onClick={() => go('address')}>
                {t('setup:steps.address.name')}
              </Button>
            </div>
          </Callout>
        )}
        {states.scan === 'done' ? (
          <Callout tone="success" title={t('setup:scan.done.title')}>
            <p>{t('setup:scan.done.body')}</p>
          </Callout>
        ) : rows.length === 0 ? (
          <p className="first-scan-waiting">
            <LoadingOutlined aria-hidden />
            <strong>{t('setup:scan.waiting')}</strong>
            <span>{t(account.kind === 'test' ? 'setup:scan.howTest' : 'setup:scan.how')}</span>
          </p>
        ) : (
          <Callout tone="warning" title={t('setup:scan.unknown.title')}>
            <p>{t('setup:scan.unknown.body')}</p>
          </Callout>
        )}
        <ol className="first-scan-rows">
          {rows.map(({ scan, live }) => (
            <ScanRow key={scan.id} scan={scan} live={live} entryName={null} onDone={feed.applyAnswer} />
          ))}
        </ol>
      </div>
    </div>
  );
}
