/** A look-up as a file: which kind, openids masked or whole, and how far it is. */
import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Progress, Radio, Switch } from 'antd';
import { useId, useRef, useState } from 'react';
import type { ExportFormat } from '#shared/contract/exports.ts';
import type { Lookup } from '#shared/model/lookup.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { type ExportProgress, saveExport } from '../components/save-export.ts';
import { useConsole } from '../host/console.tsx';
import { fileTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { grouped } from './grouped.ts';
import '../components/steady-form.css';

interface ExportDialogProps {
  lookup: Lookup;
  /** Only some rows show; the file holds all. */
  isFiltered: boolean;
  onClose: () => void;
}

export function ExportDialog({ lookup, isFiltered, onClose }: ExportDialogProps) {
  const t = useText();
  const { client } = useConsole();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [mask, setMask] = useState(false);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const ending = useRef<AbortController | null>(null);
  const maskId = useId();
  const save = useMutation({
    async mutationFn() {
      const controller = new AbortController();
      ending.current = controller;
      setProgress(null);
      return saveExport({
        open: (signal) => client.exports.lookup({ id: lookup.id, format, mask }, { signal }),
        name: `${t('lookup:export.fileName')} ${fileTime(new Date(lookup.startedAt))}.${format}`,
        rows: lookup.answered,
        onProgress: setProgress,
        signal: controller.signal,
      });
    },
    onSettled: () => setProgress(null),
  });

  function stop(): void {
    ending.current?.abort();
  }
  function close(): void {
    stop();
    onClose();
  }
  return (
    <Modal
      open
      title={t('lookup:export.title', { amount: grouped(lookup.answered) })}
      onCancel={close}
      footer={
        <>
          <Button onClick={save.isPending ? stop : close}>
            {t(save.isPending ? 'lookup:export.stop' : 'lookup:export.close')}
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('lookup:export.save')}
          </Button>
        </>
      }
    >
      <div className="export-form">
        {isFiltered && <p className="lookup-note">{t('lookup:export.everything')}</p>}
        <Radio.Group
          className="choices"
          aria-label={t('lookup:export.format')}
          value={format}
          disabled={save.isPending}
          onChange={({ target }) => setFormat(target.value)}
        >
          {(['xlsx', 'csv', 'jsonl'] as const).map((kind) => (
            <Radio key={kind} value={kind}>
              {t(`lookup:export.formats.${kind}.name`)}
              <span className="choice-why">{t(`lookup:export.formats.${kind}.why`)}</span>
            </Radio>
          ))}
        </Radio.Group>
        <div className="export-mask">
          <Switch id={maskId} checked={mask} disabled={save.isPending} onChange={setMask} />
          <label htmlFor={maskId}>
            {t('lookup:export.mask')}
            <span className="choice-why">{t(mask ? 'lookup:export.masked' : 'lookup:export.whole')}</span>
          </label>
        </div>
        {save.isPending && (
          <div role="status">
            <Progress percent={percentOf(progress)} aria-label={t('lookup:export.progress')} />
            <p className="lookup-note">
              {progress === null
                ? t('lookup:export.begins')
                : t('lookup:export.written', {
                    written: grouped(progress.written),
                    rows: grouped(progress.rows),
                  })}
            </p>
          </div>
        )}
        {save.data === 'saved' && <Callout tone="success" title={t('lookup:export.saved')} />}
        {save.error && <FailureCallout error={save.error} />}
      </div>
    </Modal>
  );
}

function percentOf(progress: ExportProgress | null): number {
  if (progress === null) return 0;
  return progress.rows === 0 ? 100 : Math.floor((progress.written / progress.rows) * 100);
}
