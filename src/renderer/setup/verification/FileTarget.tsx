/** Where the proof file goes in: dropped, picked, or only its name pasted, since the name says the rest. */
import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import type { VerificationFileInput } from '#shared/model/verification-file.ts';
import { useText } from '../../text/text.ts';
import { verificationNameOf } from './verification-name.ts';

/** The real ones hold 16 characters. */
const LONGEST_BYTES = 1_024;

interface FileTargetProps {
  adding: boolean;
  onFile: (file: VerificationFileInput) => void;
  /** Its name, which is not one WeChat gives. */
  onRefused: (name: string) => void;
}

export function FileTarget({ adding, onFile, onRefused }: FileTargetProps) {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [typed, setTyped] = useState('');

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const name = verificationNameOf(file.name);
    if (name === null || file.size > LONGEST_BYTES) {
      onRefused(file.name);
      return;
    }
    const text = (await file.text()).trim();
    onFile(text === '' ? { name } : { name, text });
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }
  function addTyped(): void {
    const name = verificationNameOf(typed);
    if (name === null) {
      onRefused(typed.trim());
      return;
    }
    onFile({ name });
    setTyped('');
  }

  return (
    <div className="file-target-group">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
      <div
        className="file-target"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined className="file-target-icon" aria-hidden />
        <p>{t('setup:verification.drop')}</p>
        <Button loading={adding} onClick={() => picker.current?.click()}>
          {t('setup:verification.pick')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".txt"
          hidden
          data-testid="verification-file"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <Form layout="vertical" onFinish={addTyped}>
        <Form.Item label={t('setup:verification.name')} htmlFor="setup-verification-name">
          <div className="file-name">
            <Input
              id="setup-verification-name"
              autoComplete="off"
              spellCheck={false}
              placeholder="MP_verify_XXXXXXXXXXXXXXXX.txt"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button htmlType="submit" disabled={typed.trim() === ''}>
              {t('setup:verification.add')}
            </Button>
          </div>
        </Form.Item>
      </Form>
    </div>
  );
}
