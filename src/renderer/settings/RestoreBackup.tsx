/** The question before an earlier version is put in force: what is replaced, what is kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Backup } from '#shared/model/safekeeping.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { dayTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

interface RestoreBackupProps {
  backup: Backup;
  onRestored: () => void;
  onClose: () => void;
}

export function RestoreBackup({ backup, onRestored, onClose }: RestoreBackupProps) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const restore = useMutation(
    query.safekeeping.restore.mutationOptions({
      async onSuccess() {
        onRestored();
        onClose();
        await queryClient.invalidateQueries();
      },
      // A backup that is gone meanwhile leaves the list.
      onError: () => queryClient.invalidateQueries({ queryKey: query.safekeeping.key() }),
    }),
  );
  const { accounts, entries } = backup;
  const holds = t('settings:safekeeping.backups.holds', { accounts, entries });
  return (
    <Modal
      open
      title={t('settings:safekeeping.backups.question', { time: dayTime(backup.savedAt) })}
      okText={t('settings:safekeeping.backups.confirm')}
      okButtonProps={{ loading: restore.isPending }}
      cancelText={t('cancel')}
      onOk={() => restore.mutate({ name: backup.name })}
      onCancel={onClose}
    >
      <div className="restore-question">
        <p>{t('settings:safekeeping.backups.replaced', { holds })}</p>
        <p>{t('settings:safekeeping.backups.kept')}</p>
        <p>{t('settings:safekeeping.backups.codes')}</p>
        {restore.error && <FailureCallout error={restore.error} />}
      </div>
    </Modal>
  );
}
