/** What came of trying the credentials, in the account's own card: the account is saved either way. */
import { Button } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
import { Facts } from '../components/Facts.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { describeTrial } from './trial.ts';
import type { Trial } from './use-trials.ts';

export interface TrialActions {
  onAgain: () => void;
  onEdit: (replace: boolean) => void;
  onDismiss: () => void;
}

export function TrialResult({ trial, ...actions }: { trial: Trial } & TrialActions) {
  const t = useText();
  if (trial.state === 'running') return <Callout tone="busy" title={t('accounts:trial.running')} />;
  if (trial.state === 'failed') return <TrialFailed error={trial.error} {...actions} />;
  const { mode, expiresAt } = trial.status;
  return (
    <Callout tone="success" title={t('accounts:trial.ok.title')} onDismiss={actions.onDismiss}>
      {mode === 'shared' ? (
        <p>{t('accounts:trial.ok.shared')}</p>
      ) : (
        expiresAt !== null && <p>{t('accounts:trial.ok.remedy', { time: clockTime(expiresAt) })}</p>
      )}
    </Callout>
  );
}

function TrialFailed({ error, onAgain, onEdit, onDismiss }: { error: unknown } & TrialActions) {
  const t = useText();
  const { failure, title, remedy, ip, facts } = describeTrial(t, error);
  const unproven = failure === 'unreachable' || failure === 'busy';
  const mistyped = failure === 'app_id' || failure === 'secret';
  return (
    <Callout tone={unproven ? 'warning' : 'danger'} title={title} onDismiss={onDismiss}>
      <p>{remedy}</p>
      <Facts facts={ip === null ? facts : [{ name: t('errors:facts.ip'), value: ip }, ...facts]} />
      <div className="callout-actions">
        {ip !== null && <CopyButton type="primary" text={ip} label={t('accounts:trial.copyIp', { ip })} />}
        {mistyped && (
          <Button type="primary" onClick={() => onEdit(failure === 'secret')}>
            {t('edit')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('accounts:trial.again')}</Button>
      </div>
    </Callout>
  );
}
