/** The question before a person is forgotten: what goes, what stays, and that nothing brings it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Erasure } from '#shared/model/person.ts';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { FailureCallout } from '../FailureCallout.tsx';
import { maskOpenid } from '../mask-openid.ts';

const GOES = ['scans', 'lookups', 'followers', 'notes'] as const;
const STAYS = ['counts', 'wechat', 'exports'] as const;

interface ErasePersonProps {
  accountId: string;
  openid: string;
  onClose: () => void;
  onErased: (erasure: Erasure) => void;
}

export function ErasePerson({ accountId, openid, onClose, onErased }: ErasePersonProps) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const erase = useMutation(
    query.people.erase.mutationOptions({
      async onSuccess(erasure) {
        onClose();
        onErased(erasure);
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <Modal
      open
      title={t('lookup:erase.title', { openid: maskOpenid(openid) })}
      okText={t('lookup:erase.confirm')}
      okButtonProps={{ danger: true, loading: erase.isPending }}
      cancelText={t('cancel')}
      onOk={() => erase.mutate({ accountId, openid })}
      onCancel={onClose}
    >
      <dl className="erase">
        <dt>{t('lookup:erase.goesTitle')}</dt>
        <dd>
          <ul>
            {GOES.map((what) => (
              <li key={what}>{t(`lookup:erase.goes.${what}`)}</li>
            ))}
          </ul>
        </dd>
        <dt>{t('lookup:erase.staysTitle')}</dt>
        <dd>
          <ul>
            {STAYS.map((what) => (
              <li key={what}>{t(`lookup:erase.stays.${what}`)}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {erase.error && <FailureCallout error={erase.error} />}
    </Modal>
  );
}
