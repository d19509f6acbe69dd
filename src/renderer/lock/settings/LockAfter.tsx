/** After how long without anybody it locks by itself. It applies at once, there is nothing to save. */
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { useLock } from '../use-lock.ts';

const OFFERED = [1, 2, 5, 10, 15, 30, 60];
/** The component takes no null. */
const NEVER = 0;

interface LockAfterProps {
  minutes: number | null;
  /** The host also locks when the computer sleeps. */
  sleeps: boolean;
}

export function LockAfter({ minutes, sleeps }: LockAfterProps) {
  const t = useText();
  const { query } = useConsole();
  const { changed } = useLock();
  const change = useMutation(query.lock.change.mutationOptions({ onSuccess: changed }));
  // A program may have set one that is not offered.
  const choices = [...new Set([...OFFERED, ...(minutes === null ? [] : [minutes])])].sort((a, b) => a - b);
  return (
    <>
      <div className="settings-row">
        <label htmlFor="lock-after">{t('lock:settings.idle')}</label>
        <Select
          id="lock-after"
          className="lock-after"
          value={minutes ?? NEVER}
          loading={change.isPending}
          onChange={(chosen) => change.mutate({ lockAfterMinutes: chosen === NEVER ? null : chosen })}
          options={[
            ...choices.map((value) => ({ value, label: t('lock:settings.idleMinutes', { count: value }) })),
            { value: NEVER, label: t('lock:settings.idleNever') },
          ]}
        />
      </div>
      <p className="settings-note">
        {t(sleeps ? 'lock:settings.idleHelpDesktop' : 'lock:settings.idleHelp')}
      </p>
      {change.error && <FailureCallout error={change.error} />}
    </>
  );
}
