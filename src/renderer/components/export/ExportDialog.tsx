/** Rows as a file, for every list: what kind, openids whole or masked, then how far it is, until it is saved. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ExportPart } from '#shared/contract/exports.ts';
import { fileTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { type ExportChoice, ExportChoices } from './ExportChoices.tsx';
import { ExportOutcome } from './ExportOutcome.tsx';
import { useExport } from './use-export.ts';
import './export.css';

interface ExportDialogProps {
  title: string;
  /** Which rows the file will hold. */
  scope?: string;
  /** What the file is called, without its time and its ending. */
  name: string;
  /** The file's time, when that is not now. */
  at?: Date;
  /** How many are expected: many are worth asking first where to save them. */
  rows: number;
  open: (choice: ExportChoice, signal: AbortSignal) => Promise<AsyncIterable<ExportPart>>;
  onClose: () => void;
}

export function ExportDialog({ title, scope, name, at, rows, open, onClose }: ExportDialogProps) {
  const t = useText();
  const [choice, setChoice] = useState<ExportChoice>({ format: 'xlsx', mask: false });
  const { state, start, stop } = useExport();
  const running = state.kind === 'running';

  function save(): void {
    const timed = `${name} ${fileTime(at ?? new Date())}`;
    void start({
      open: (signal) => open(choice, signal),
      name: `${choice.mask ? t('records:export.maskedName', { name: timed }) : timed}.${choice.format}`,
      rows,
    });
  }
  return (
    <Modal
      open
      title={title}
      // A click beside it must not stop a long export.
      mask={{ closable: !running }}
      onCancel={onClose}
      footer={
        running ? (
          <Button onClick={stop}>{t('records:export.stop')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('records:export.close')}</Button>
            <Button type="primary" onClick={save}>
              {t(state.kind === 'saved' ? 'records:export.again' : 'records:export.start')}
            </Button>
          </>
        )
      }
    >
      <div className="export">
        {scope !== undefined && <p>{scope}</p>}
        <ExportChoices choice={choice} onChange={setChoice} disabled={running} />
        <ExportOutcome state={state} title={title} />
      </div>
    </Modal>
  );
}
