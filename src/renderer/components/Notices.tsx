/** What an operator must know wherever they are: the host's notices, and a callback address that is down. */
import { Alert, Button } from 'antd';
import type { CallbackState, Notice } from '#shared/model/host.ts';
import { useConsole } from '../host/console.tsx';
import { useCallbackPort } from '../host/use-callback-port.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import './notices.css';

/** These stop scans from being kept; the others can wait for a quiet minute. */
const GRAVE: readonly Notice[] = ['settings_lost', 'storage_full', 'storage_read_only'];

export function Notices() {
  const t = useText();
  const { status } = useConsole();
  const host = status.data;
  return (
    <div className="notices">
      {status.isError && <Alert banner showIcon type="warning" title={t('connection.lost')} />}
      {host?.callback.state === 'failed' && <CallbackFailed callback={host.callback} />}
      {host && host.vault.state !== 'ok' && (
        <Alert
          banner
          showIcon
          closable
          type={host.vault.state === 'unavailable' ? 'error' : 'warning'}
          title={t(`notices.vault_${host.vault.state}`)}
        />
      )}
      {host?.notices.map((notice) => (
        <Alert
          key={notice}
          banner
          showIcon
          closable
          type={GRAVE.includes(notice) ? 'error' : 'warning'}
          title={t(`notices.${notice}`)}
        />
      ))}
    </div>
  );
}

function CallbackFailed({ callback }: { callback: Extract<CallbackState, { state: 'failed' }> }) {
  const t = useText();
  const port = useCallbackPort();
  const { code, offeredPort } = callback;
  return (
    <Alert
      banner
      showIcon
      type="error"
      title={t(`callbackFailed.${code}`, { port: callback.port })}
      description={port.error ? describeError(t, port.error).title : undefined}
      action={
        offeredPort === null ? (
          <Button href="#/settings">{t('callbackFailed.settings')}</Button>
        ) : (
          <Button type="primary" loading={port.isPending} onClick={() => port.use(offeredPort)}>
            {t('callbackFailed.use', { port: offeredPort })}
          </Button>
        )
      }
    />
  );
}
