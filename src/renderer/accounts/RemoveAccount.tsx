/** The question before an account is deleted: what goes with it, and what stays. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';

const NAMED_ENTRIES = 4;

export function RemoveAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const remove = useMutation(
    query.accounts.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <Modal
      open
      title={t('accounts:removal.title', { name: account.name })}
      okText={t('accounts:removal.confirm')}
      okButtonProps={{ danger: true, className: 'removal-confirm', loading: remove.isPending }}
      cancelText={t('cancel')}
      onOk={() => remove.mutate({ id: account.id })}
      onCancel={onClose}
    >
      <dl className="removal">
        <dt>{t('accounts:removal.goes')}</dt>
        <dd>
          <ul>
            <li>
              <EntriesLine accountId={account.id} />
            </li>
            <li>{t('accounts:removal.secret')}</li>
          </ul>
        </dd>
        <dt>{t('accounts:removal.stays')}</dt>
        <dd>{t('accounts:removal.scans')}</dd>
      </dl>
      {remove.error && <FailureCallout error={remove.error} />}
    </Modal>
  );
}

function EntriesLine({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const entries = useQuery(query.entries.list.queryOptions({ input: { accountId } })).data?.items;
  if (!entries) return t('accounts:removal.entriesUnknown');
  if (entries.length === 0) return t('accounts:removal.noEntries');
  const named = entries
    .slice(0, NAMED_ENTRIES)
    .map(({ name }) => name)
    .join(t('accounts:removal.separator'));
  const names = entries.length > NAMED_ENTRIES ? t('accounts:removal.more', { names: named }) : named;
  return t('accounts:removal.entries', { count: entries.length, names });
}
