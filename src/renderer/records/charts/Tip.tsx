/** What one bar or point says under the pointer. */
import type { TooltipContentProps } from 'recharts';
import { grouped, percentage } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { type Bin, rateOf } from './bins.ts';
import { STACK } from './looks.ts';
import { Swatch } from './Patterns.tsx';

type Counts = Pick<Bin, 'scanned' | 'followed' | 'notFollowed' | 'unknown'>;

/** The chart itself fills the rest in. */
type TipProps = Partial<Pick<TooltipContentProps, 'active' | 'label' | 'payload'>> & {
  labelOf: (label: number) => string;
};

export function Tip({ active, label, payload, labelOf }: TipProps) {
  const t = useText();
  const counts: unknown = payload?.[0]?.payload;
  if (!active || !isCounts(counts)) return null;
  return (
    <div className="chart-tip">
      <strong>{labelOf(Number(label))}</strong>
      <dl>
        <dt>{t('records:charts.columns.scanned')}</dt>
        <dd>{grouped(counts.scanned)}</dd>
        {STACK.map(({ key, verdict }) => (
          <div key={key}>
            <dt>
              <Swatch verdict={verdict} />
              {t(`verdicts.${verdict}`)}
            </dt>
            <dd>{grouped(counts[key])}</dd>
          </div>
        ))}
        <dt>{t('records:charts.columns.rate')}</dt>
        <dd>{percentage(rateOf(counts))}</dd>
      </dl>
    </div>
  );
}

function isCounts(value: unknown): value is Counts {
  return typeof value === 'object' && value !== null && 'scanned' in value && 'notFollowed' in value;
}
