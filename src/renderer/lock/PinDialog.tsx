/** The PIN asked for over whatever shows. */
import { Modal } from 'antd';
import { PinQuestion } from './PinQuestion.tsx';

interface PinDialogProps {
  title: string;
  body: string;
  onClose: () => void;
}

export function PinDialog({ title, body, onClose }: PinDialogProps) {
  return (
    <Modal open title={title} footer={null} width={400} destroyOnHidden onCancel={onClose}>
      <p className="pin-dialog-body">{body}</p>
      <PinQuestion onUnlocked={onClose} />
    </Modal>
  );
}
