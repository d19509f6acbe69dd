/** A gate's code as large as the window allows, for somebody who stands before the operator. */
import { Button, Modal } from 'antd';
import type { Entry } from '#shared/model/entry.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { QrCode } from '../../components/qr/QrCode.tsx';
import { useText } from '../../text/text.ts';

interface GateCodeProps {
  entry: Entry;
  link: string | null;
  onClose: () => void;
}

export function GateCode({ entry, link, onClose }: GateCodeProps) {
  const t = useText();
  return (
    <Modal
      open
      centered
      width={560}
      title={entry.name}
      onCancel={onClose}
      footer={
        <div className="gate-deeds">
          {link !== null && <CopyButton text={link} label={t('desk:code.copy')} />}
          <Button type="primary" onClick={onClose}>
            {t('gates:close')}
          </Button>
        </div>
      }
    >
      <div className="gate-enlarged">
        <QrCode text={link} label={t('desk:code.alt', { name: entry.name })}>
          {t('desk:code.loading')}
        </QrCode>
      </div>
      <code className="gate-link">{link}</code>
    </Modal>
  );
}
