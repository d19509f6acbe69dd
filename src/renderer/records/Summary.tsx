/** How many scans the filter has, by verdict, and how many count nowhere. */

import { Button } from 'antd';
import type { ScanSummary } from '#shared/model/scan.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { grouped, percentage } from '../text/format.ts';
import { useText } from '../text/text.ts';

interface SummaryProps {
  /** Undefined while it is not known. */
  summary: ScanSummary | undefined;
  error?: unknown;
  onRetry?: () => void;
}

export function Summary({ summary, error, onRetry }: SummaryProps) {
  const t = useText();
  if (error) {
    return <FailureCallout error={error} action={<Button onClick={onRetry}>{t('retry')}</Button>} />;
  }
  return (
    <dl className="summary" aria-label={t('records:summary.label')}>
      <Total name="scanned" label={t('records:summary.scanned')} value={summary?.scanned} />
      <VerdictTotal verdict="followed" value={summary?.followed} />
      <VerdictTotal verdict="not_followed" value={summary?.notFollowed} />
      <VerdictTotal verdict="unknown" value={summary?.unknown} />
      <Total
        name="rate"
        label={t('records:summary.rate')}
        hint={t('records:summary.rateHint')}
        value={summary && percentage(summary.followRate)}
      />
      <Total
        name="annulled"
        label={t('records:summary.annulled')}
        hint={t('records:summary.annulledHint')}
        value={summary?.annulled}
      />
    </dl>
  );
}

function VerdictTotal({ verdict, value }: { verdict: Verdict; value: number | undefined }) {
  const t = useText();
  return (
    <div data-verdict={verdict}>
      <dt>
        <VerdictIcon verdict={verdict} size={14} />
        {t(`verdicts.${verdict}`)}
      </dt>
      <dd data-testid={`total-${verdict}`}>{written(value)}</dd>
    </div>
  );
}

interface TotalProps {
  name: string;
  label: string;
  value: number | string | undefined;
  hint?: string;
}

function Total({ name, label, value, hint }: TotalProps) {
  return (
    <div data-total={name} title={hint}>
      <dt>{label}</dt>
      <dd data-testid={`total-${name}`}>{written(value)}</dd>
    </div>
  );
}

function written(value: number | string | undefined): string {
  return typeof value === 'number' ? grouped(value) : (value ?? '–');
}
