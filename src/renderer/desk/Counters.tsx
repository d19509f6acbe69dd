/** Five numbers to read from where the operator stands. */
import type { ReactNode } from 'react';
import type { ScanSummary } from '#shared/model/scan.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { percentage } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './counters.css';

export function Counters({ summary }: { summary: ScanSummary | undefined }) {
  const t = useText();
  return (
    <dl className="counters" aria-label={t('desk:counters.label')}>
      <Counter testId="count-scanned" label={t('desk:counters.scanned')} value={summary?.scanned} />
      <VerdictCounter testId="count-followed" verdict="followed" value={summary?.followed} />
      <VerdictCounter testId="count-not-followed" verdict="not_followed" value={summary?.notFollowed} />
      <VerdictCounter testId="count-unknown" verdict="unknown" value={summary?.unknown} />
      <Counter
        testId="follow-rate"
        label={t('desk:counters.rate')}
        hint={t('desk:counters.rateHint')}
        value={summary && percentage(summary.followRate)}
      />
    </dl>
  );
}

interface CounterProps {
  testId: string;
  label: string;
  /** Undefined while it is not known. */
  value: number | string | undefined;
  icon?: ReactNode;
  hint?: string;
  verdict?: Verdict;
}

function VerdictCounter(props: Pick<CounterProps, 'testId' | 'value'> & { verdict: Verdict }) {
  const t = useText();
  const { verdict } = props;
  return (
    <Counter {...props} label={t(`verdicts.${verdict}`)} icon={<VerdictIcon verdict={verdict} size={14} />} />
  );
}

function Counter({ testId, label, value, icon, hint, verdict }: CounterProps) {
  return (
    <div className="counter" data-verdict={verdict} title={hint}>
      <dt>
        {icon}
        {label}
      </dt>
      <dd data-testid={testId}>{value ?? '–'}</dd>
    </div>
  );
}
