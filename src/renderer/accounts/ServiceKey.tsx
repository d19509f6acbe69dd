/** The key to an account's token, this once, and how to use it: as a command, or in another FollowDesk. */
import { Button, Modal } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
import { Facts } from '../components/Facts.tsx';
import { useText } from '../text/text.ts';
import { REPLY_POINTERS, tokenAddress, tokenCommand } from './token-request.ts';

interface ServiceKeyProps {
  accountId: string;
  serviceKey: string;
  onClose: () => void;
}

export function ServiceKey({ accountId, serviceKey, onClose }: ServiceKeyProps) {
  const t = useText();
  const address = tokenAddress(location.origin, accountId);
  const command = tokenCommand(address, serviceKey);
  return (
    <Modal
      open
      width={720}
      // A stray click must not take away what cannot be shown again.
      mask={{ closable: false }}
      title={t('accounts:service.keyTitle')}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('accounts:service.done')}
        </Button>
      }
      onCancel={onClose}
    >
      <div className="service-key">
        <Callout tone="info" title={t('accounts:service.keyOnce')} />
        <h4>{t('accounts:service.key')}</h4>
        <div className="service-key-line">
          <code data-testid="service-key">{serviceKey}</code>
          <CopyButton text={serviceKey} label={t('accounts:service.copyKey')} />
        </div>
        <h4>{t('accounts:service.request')}</h4>
        <pre>{command}</pre>
        <CopyButton text={command} label={t('accounts:service.copyRequest')} />
        <p className="account-note">{t('accounts:service.reach')}</p>
        <h4>{t('accounts:service.pointers')}</h4>
        <Facts
          facts={[
            { name: t('accounts:service.address'), value: address },
            { name: t('accounts:service.tokenPointer'), value: REPLY_POINTERS.token },
            { name: t('accounts:service.expiryPointer'), value: REPLY_POINTERS.expiry },
          ]}
        />
      </div>
    </Modal>
  );
}
