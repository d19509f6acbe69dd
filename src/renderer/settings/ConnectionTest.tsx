/** Does WeChat answer, with the network settings in force? Asked for the account at work. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { Findings } from '../doctor/Findings.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { useText } from '../text/text.ts';

export function ConnectionTest() {
  const t = useText();
  const { query } = useConsole();
  const { account } = useCurrentAccount();
  const doctor = useMutation(query.accounts.doctor.mutationOptions());
  const note = account
    ? t(account.sandbox ? 'settings:network.testSandbox' : 'settings:network.testNote', {
        name: account.name,
      })
    : t('settings:network.testNone');
  return (
    <div className="connection-test">
      <div className="settings-inline">
        <Button
          disabled={!account}
          loading={doctor.isPending}
          onClick={() => account && doctor.mutate({ id: account.id, checks: ['api_reachable'] })}
        >
          {t('settings:network.test')}
        </Button>
        <span className="settings-note">{note}</span>
      </div>
      {doctor.isPending && <Callout tone="busy" title={t('settings:network.testing')} />}
      {doctor.error && <FailureCallout error={doctor.error} />}
      {doctor.data && !doctor.isPending && <Findings report={doctor.data} />}
    </div>
  );
}
