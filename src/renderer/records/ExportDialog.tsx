/** All scans of the filter as a file: what kind, openids whole or masked, then how far it is, until it is saved. */
import { Button, Modal, Progress, Radio } from 'antd';
import { useId, useState } from 'react';
import { ExportFormat } from '#shared/contract/exports.ts';
import type { ScanFilter, ScanSummary } from '#shared/model/scan.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { useScanExport } from './use-scan-export.ts';
import '../components/steady-form.css';
import './export.css';

interface ExportDialogProps {
  filter: ScanFilter;
  /** Of the same filter; undefined while it is not known. */
  summary: ScanSummary | undefined;
  onClose: () => void;
}

export function ExportDialog({ filter, summary, onClose }: ExportDialogProps) {
  const t = useText();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [mask, setMask] = useState(false);
  const total = summary && summary.scanned + summary.annulled;
  const { state, start, stop } = useScanExport(total ?? 0);
  const running = state.phase === 'running';
  return (
    <Modal
      open
      title={t('records:export.title')}
      // A click beside it must not stop a long export.
      mask={{ closable: !running }}
      onCancel={() => {
        stop();
        onClose();
      }}
      footer={
        running ? (
          <Button onClick={stop}>{t('records:export.stop')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('records:export.close')}</Button>
            <Button type="primary" onClick={() => void start({ format, mask, filter })}>
              {t(state.phase === 'saved' ? 'records:export.again' : 'records:export.start')}
            </Button>
          </>
        )
      }
    >
      <div className="export">
        <p>
          {total === undefined
            ? t('records:export.scopeUnknown')
            : t('records:export.scope', { total: total.toLocaleString('en') })}
        </p>
        <Choices format={format} mask={mask} onFormat={setFormat} onMask={setMask} disabled={running} />
        {running && <Running written={state.written} rows={state.rows} />}
        {state.phase === 'canceled' && <Callout tone="info" title={t('records:export.stopped')} />}
        {state.phase === 'saved' && (
          <Callout tone="success" title={t('records:export.done', { count: state.rows, name: state.name })} />
        )}
        {state.phase === 'failed' && <FailureCallout error={state.error} />}
      </div>
    </Modal>
  );
}

interface ChoicesProps {
  format: ExportFormat;
  mask: boolean;
  onFormat: (format: ExportFormat) => void;
  onMask: (mask: boolean) => void;
  disabled: boolean;
}

function Choices({ format, mask, onFormat, onMask, disabled }: ChoicesProps) {
  const t = useText();
  const id = useId();
  return (
    <>
      <div>
        <strong id={`${id}-format`}>{t('records:export.format')}</strong>
        <Radio.Group
          className="choices"
          aria-labelledby={`${id}-format`}
          disabled={disabled}
          value={format}
          onChange={(event) => onFormat(event.target.value)}
          options={ExportFormat.options.map((value) => ({
            value,
            label: t(`records:export.formats.${value}`),
          }))}
        />
      </div>
      <div>
        <strong id={`${id}-openids`}>{t('records:export.openids')}</strong>
        <Radio.Group
          className="choices"
          aria-labelledby={`${id}-openids`}
          disabled={disabled}
          value={mask ? 'masked' : 'full'}
          onChange={(event) => onMask(event.target.value === 'masked')}
          options={(['full', 'masked'] as const).map((value) => ({
            value,
            label: (
              <>
                {t(`records:export.${value}`)}
                <span className="choice-why">{t(`records:export.${value}Help`)}</span>
              </>
            ),
          }))}
        />
      </div>
    </>
  );
}

function Running({ written, rows }: { written: number; rows: number }) {
  const t = useText();
  const said =
    rows === 0
      ? t('records:export.preparing')
      : t('records:export.running', {
          rows: written.toLocaleString('en'),
          total: rows.toLocaleString('en'),
        });
  return (
    <div className="export-running">
      <Progress
        aria-label={t('records:export.title')}
        percent={rows === 0 ? 0 : Math.min(100, Math.floor((written / rows) * 100))}
        status="active"
      />
      <p role="status">{said}</p>
    </div>
  );
}
