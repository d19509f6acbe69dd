/** Earlier versions of the settings. A damaged one is listed, so that nobody counts on it. */
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import type { Backup } from '#shared/model/safekeeping.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { dayTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { RestoreBackup } from './RestoreBackup.tsx';

const SHOWN_AT_FIRST = 5;

export function Backups() {
  const t = useText();
  const { query } = useConsole();
  const backups = useQuery(query.safekeeping.backups.queryOptions());
  const [asked, setAsked] = useState<Backup | null>(null);
  const [restored, setRestored] = useState<Backup | null>(null);
  const [all, setAll] = useState(false);
  const items = backups.data?.items ?? [];
  const shown = all ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      {restored && (
        <Callout
          tone="success"
          title={t('settings:safekeeping.backups.done', { time: dayTime(restored.savedAt) })}
          onDismiss={() => setRestored(null)}
        />
      )}
      {backups.isPending && <Spin />}
      {backups.error && !backups.data && <FailureCallout error={backups.error} />}
      {backups.data && items.length === 0 && <p>{t('settings:safekeeping.backups.none')}</p>}
      {items.length > 0 && <BackupTable backups={shown} onRestore={setAsked} />}
      {shown.length < items.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('settings:safekeeping.backups.all', { count: items.length })}
        </Button>
      )}
      {asked && (
        <RestoreBackup backup={asked} onClose={() => setAsked(null)} onRestored={() => setRestored(asked)} />
      )}
    </>
  );
}

function BackupTable({ backups, onRestore }: { backups: Backup[]; onRestore: (backup: Backup) => void }) {
  const t = useText();
  return (
    <table className="backups">
      <thead>
        <tr>
          {(['time', 'kind', 'version', 'holds'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`settings:safekeeping.backups.columns.${column}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const time = dayTime(backup.savedAt);
          return (
            <tr key={backup.name} data-valid={backup.valid}>
              <td>{time}</td>
              <td>{t(`settings:safekeeping.backups.kinds.${backup.kind}`)}</td>
              <td>{backup.version ?? t('settings:safekeeping.backups.unknownVersion')}</td>
              <td>
                {backup.valid
                  ? t('settings:safekeeping.backups.holds', {
                      accounts: backup.accounts,
                      entries: backup.entries,
                    })
                  : t('settings:safekeeping.backups.invalid')}
              </td>
              <td>
                {backup.valid && (
                  <Button
                    size="small"
                    aria-label={t('settings:safekeeping.backups.restoreOf', { time })}
                    onClick={() => onRestore(backup)}
                  >
                    {t('settings:safekeeping.backups.restore')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
