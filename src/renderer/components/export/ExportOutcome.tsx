/** How far an export is, and how it ended. */
import { Progress } from 'antd';
import { grouped } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { Callout } from '../Callout.tsx';
import { FailureCallout } from '../FailureCallout.tsx';
import type { ExportProgress } from '../save-export.ts';
import type { ExportState } from './use-export.ts';

export function ExportOutcome({ state, title }: { state: ExportState; title: string }) {
  const t = useText();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running title={title} {...state} />;
    case 'canceled':
      return <Callout tone="info" title={t('records:export.stopped')} />;
    case 'saved':
      return (
        <Callout
          tone="success"
          title={t('records:export.done', {
            count: state.rows,
            rows: grouped(state.rows),
            name: state.name,
          })}
        />
      );
    case 'failed':
      return <FailureCallout error={state.error} />;
  }
}

function Running({ written, rows, title }: ExportProgress & { title: string }) {
  const t = useText();
  return (
    <div className="export-running">
      <Progress
        aria-label={title}
        percent={rows === 0 ? 0 : Math.min(100, Math.floor((written / rows) * 100))}
        status="active"
      />
      <p role="status">
        {rows === 0
          ? t('records:export.preparing')
          : t('records:export.running', {
              rows: grouped(written),
              total: grouped(rows),
            })}
      </p>
    </div>
  );
}
