/** The PIN asked for over whatever shows. */
import { Modal } from 'antd';
import { useRef } from 'react';
import { PinQuestion } from './PinQuestion.tsx';

interface PinDialogProps {
  title: string;
  body: string;
  onClose: () => void;
}

export function PinDialog({ title, body, onClose }: PinDialogProps) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open
      title={title}
      footer={null}
      width={400}
      destroyOnHidden
      onCancel={onClose}
      // What was refused may have been asked for in another dialog, which gives the focus back as it closes.
      afterOpenChange={(isOpen) => isOpen && content.current?.querySelector('input')?.focus()}
    >
      <div ref={content}>
        <p className="pin-dialog-body">{body}</p>
        <PinQuestion onUnlocked={onClose} />
      </div>
    </Modal>
  );
}
