/** What an operator must know wherever they are: the host's notices, and a callback address that is down. */
import { Alert, Button } from 'antd';
import type { CallbackState, Notice } from '#shared/model/host.ts';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { useCallbackPort } from '../host/use-callback-port.ts';
import { hashOf } from '../routing.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import './notices.css';

/** These stop scans from being kept; the others can wait for a quiet minute. */
const GRAVE: readonly Notice[] = ['settings_lost', 'storage_full', 'storage_read_only'];

/** Where something can be done about it. */
const REMEDIES = {
  settings_restored: { word: 'backups', hash: hashOf('settings', 'safekeeping') },
  settings_lost: { word: 'backups', hash: hashOf('settings', 'safekeeping') },
  token_taken: { word: 'look', hash: hashOf('accounts', 'token') },
} as const satisfies Partial<Record<Notice, unknown>>;

export function Notices() {
  const t = useText();
  const { status } = useConsole();
  const { accounts } = useCurrentAccount();
  const host = status.data;
  // With the sandbox alone there is no secret to decide about; the account form asks by itself.
  const toDecide = host?.vault.undecided && accounts.some(({ sandbox }) => !sandbox);
  return (
    <div className="notices">
      {status.isError && <Alert banner showIcon type="warning" title={t('connection.lost')} />}
      {host?.callback.state === 'failed' && <CallbackFailed callback={host.callback} />}
      {toDecide && (
        <Alert
          banner
          showIcon
          closable
          type="warning"
          title={t('notices.vault_undecided')}
          action={
            <Button size="small" href={hashOf('settings', 'secrets')}>
              {t('notices.decide')}
            </Button>
          }
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
          action={<Remedy notice={notice} />}
        />
      ))}
    </div>
  );
}

function Remedy({ notice }: { notice: Notice }) {
  const t = useText();
  if (!(notice in REMEDIES)) return null;
  const { word, hash } = REMEDIES[notice as keyof typeof REMEDIES];
  return (
    <Button size="small" href={hash}>
      {t(`notices.${word}`)}
    </Button>
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
