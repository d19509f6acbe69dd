/** What stands between a phone and a verdict: shown in the code's place, because a dead code is worse than none. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Account } from '#shared/model/account.ts';
import { type SecretTrouble, secretTrouble } from '../accounts/secret-trouble.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { useConsole } from '../host/console.tsx';
import { useCallbackPort } from '../host/use-callback-port.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';

/** Null when a code may be drawn. */
export function useObstacle(account: Account): ReactNode {
  const { status } = useConsole();
  const callback = status.data?.callback;
  if (callback?.state === 'failed') return <CallbackDown />;
  const trouble = secretTrouble(account);
  if (trouble !== null) return <SecretLost trouble={trouble} />;
  return null;
}

function SecretLost({ trouble }: { trouble: SecretTrouble }) {
  const t = useText();
  return (
    <ErrorState
      description={{
        title: t(`errors:SECRET_MISSING.${trouble}.title`),
        remedy: t(`errors:SECRET_MISSING.${trouble}.remedy`),
        facts: [],
      }}
      actions={
        <Button type="primary" href="#/accounts">
          {t('desk:code.openAccounts')}
        </Button>
      }
    />
  );
}

function CallbackDown() {
  const t = useText();
  const { status } = useConsole();
  const port = useCallbackPort();
  const callback = status.data?.callback;
  if (callback?.state !== 'failed') return null;
  const { code, offeredPort } = callback;
  return (
    <ErrorState
      description={
        port.error
          ? describeError(t, port.error)
          : {
              title: t('callback.failed'),
              remedy: t(`callbackFailed.${code}`, { port: callback.port }),
              facts: [],
            }
      }
      actions={
        <>
          {offeredPort !== null && (
            <Button type="primary" loading={port.isPending} onClick={() => port.use(offeredPort)}>
              {t('callbackFailed.use', { port: offeredPort })}
            </Button>
          )}
          <Button href="#/settings">{t('callbackFailed.settings')}</Button>
        </>
      }
    />
  );
}
