/** Which share of those with a verdict followed, as time went on, beside the share of all of them. */
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { percentage } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { type Bins, rateOf } from './bins.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ChartView } from './Charts.tsx';
import { labelOf, widthLabel } from './labels.ts';
import { CHART_HEIGHT, MARGIN } from './looks.ts';
import { Tip } from './Tip.tsx';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function FollowRate({ bins, view }: { bins: Bins; view: ChartView }) {
  const t = useText();
  const labelAt = (at: number) => labelOf(at, bins);
  const overall = overallRate(bins);
  const rate = percentage(overall);
  return (
    <ChartFigure
      title={t('records:charts.rate')}
      note={`${widthLabel(t, bins)} · ${t('records:charts.rateOverall', { rate })}`}
      view={view}
      columns={[t('records:charts.columns.time'), t('records:charts.columns.rate')]}
      rows={bins.bins
        .filter((bin) => bin.rate !== null)
        .map((bin) => ({ key: bin.from, cells: [labelAt(bin.from), percentage(bin.rate)] }))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <LineChart data={bins.bins} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="from" tickFormatter={labelAt} minTickGap={20} tickLine={false} height={22} />
          <YAxis
            domain={[0, 1]}
            ticks={TICKS}
            tickFormatter={percentage}
            width={44}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip isAnimationActive={false} content={<Tip labelOf={labelAt} />} />
          {overall !== null && <ReferenceLine y={overall} className="chart-overall" />}
          {/* Where nobody got a verdict there is no rate: the line goes on to the next point that has one. */}
          <Line
            dataKey="rate"
            type="linear"
            connectNulls
            className="chart-line"
            dot={{ r: 2.5 }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}

function overallRate({ bins }: Bins): number | null {
  const sum = (key: 'followed' | 'notFollowed') => bins.reduce((total, bin) => total + bin[key], 0);
  return rateOf({ followed: sum('followed'), notFollowed: sum('notFollowed') });
}
