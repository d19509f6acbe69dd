/** The period: one click for the usual ones, two moments for any other. */
import { Input, Segmented } from 'antd';
import { useId } from 'react';
import { useText } from '../text/text.ts';
import { boundsOf, fieldOf, momentOf, type Period, PRESETS } from './period.ts';

interface PeriodFilterProps {
  period: Period;
  onChange: (period: Period) => void;
}

export function PeriodFilter({ period, onChange }: PeriodFilterProps) {
  const t = useText();
  function choose(kind: Period['kind']): void {
    onChange(kind === 'custom' ? customOf(period) : { kind });
  }
  return (
    <Segmented<Period['kind']>
      aria-label={t('records:filters.period')}
      value={period.kind}
      onChange={choose}
      options={[...PRESETS, 'custom' as const].map((value) => ({
        value,
        label: t(`records:filters.periods.${value}`),
      }))}
    />
  );
}

/** The two moments of a period of one's own. */
export function Moments({ period, onChange }: PeriodFilterProps) {
  return period.kind === 'custom' ? <TwoMoments period={period} onChange={onChange} /> : null;
}

/** Begins as what was shown, so that only what differs has to be typed. */
function customOf(period: Period): Period {
  const { from, to } = boundsOf(period, new Date());
  return { kind: 'custom', from: from ? fieldOf(from) : '', to: to ? fieldOf(to) : '' };
}

function TwoMoments({
  period,
  onChange,
}: PeriodFilterProps & { period: Extract<Period, { kind: 'custom' }> }) {
  const t = useText();
  const id = useId();
  const { from, to } = boundsOf(period, new Date());
  const backwards = from !== undefined && to !== undefined && from >= to;
  return (
    <div className="record-moments">
      {(['from', 'to'] as const).map((end) => (
        <span key={end}>
          <label htmlFor={`${id}-${end}`}>{t(`records:filters.${end}`)}</label>
          <Input
            id={`${id}-${end}`}
            type="datetime-local"
            status={backwards && end === 'to' ? 'error' : undefined}
            aria-describedby={backwards ? `${id}-backwards` : undefined}
            // A half-typed moment reads as empty; it replaces what was there only once it is one, or cleared.
            defaultValue={period[end]}
            key={momentOf(period[end])?.getTime() ?? end}
            onBlur={(event) => {
              if (event.target.value !== period[end]) onChange({ ...period, [end]: event.target.value });
            }}
          />
        </span>
      ))}
      {backwards && (
        <span id={`${id}-backwards`} className="record-backwards" role="alert">
          {t('records:filters.backwards')}
        </span>
      )}
    </div>
  );
}
