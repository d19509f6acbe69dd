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
import { rangeLabel, tickOf } from './labels.ts';
import { CHART_HEIGHT, MARGIN } from './looks.ts';
import { leastDecided, ratePointsOf } from './rate-points.ts';
import { Tip } from './Tip.tsx';
import { timeTicks } from './ticks.ts';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface FollowRateProps {
  bins: Bins;
  view: ChartView;
  /** It has the whole width. */
  wide: boolean;
}

export function FollowRate({ bins, view, wide }: FollowRateProps) {
  const t = useText();
  const overall = overallRate(bins);
  const points = ratePointsOf(bins.bins);
  const pointAt = new Map(points.map((point) => [point.at, point]));
  const notes: string[] = [t('records:charts.rateOverall', { rate: percentage(overall) })];
  if (points.length > 1) notes.push(t('records:charts.rateLeast', { least: leastDecided(bins.bins) }));
  return (
    <ChartFigure
      title={t('records:charts.rate')}
      note={notes.join(' · ')}
      view={view}
      columns={[t('records:charts.columns.time'), t('records:charts.columns.rate')]}
      rows={points.map((point) => ({
        key: point.at,
        cells: [rangeLabel(point, bins), percentage(point.rate)],
      }))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <LineChart
          data={bins.bins.map(({ from }) => ({ rate: null, ...pointAt.get(from), at: from }))}
          margin={MARGIN}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} />
          <XAxis
            dataKey="at"
            ticks={timeTicks(bins, wide ? 'wide' : 'narrow')}
            interval="preserveStartEnd"
            tickFormatter={(at: number) => tickOf(at, bins)}
            tickLine={false}
            height={22}
          />
          <YAxis
            domain={[0, 1]}
            ticks={TICKS}
            tickFormatter={percentage}
            width={44}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            content={
              <Tip
                labelOf={(at) => {
                  const point = pointAt.get(at);
                  return point ? rangeLabel(point, bins) : '';
                }}
              />
            }
          />
          {overall !== null && <ReferenceLine y={overall} className="chart-overall" />}
          {/* Between two points there is no rate: the line goes on to the next. */}
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
