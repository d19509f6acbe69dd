/** How many came when, by verdict: one bar per minute, hour or day. */
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { grouped, percentage } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { Bins } from './bins.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ChartView } from './Charts.tsx';
import { labelOf, tickOf, widthLabel } from './labels.ts';
import { CHART_HEIGHT, MARGIN, STACK } from './looks.ts';
import { fillingOf } from './Patterns.tsx';
import { Tip } from './Tip.tsx';
import { countTicks, timeTicks } from './ticks.ts';

interface OverTimeProps {
  bins: Bins;
  view: ChartView;
  /** It has the whole width. */
  wide: boolean;
}

export function OverTime({ bins, view, wide }: OverTimeProps) {
  const t = useText();
  const lines = countTicks(Math.max(...bins.bins.map(({ scanned }) => scanned)));
  const labelAt = (at: number) => labelOf(at, bins);
  return (
    <ChartFigure
      title={t('records:charts.overTime')}
      note={widthLabel(t, bins)}
      view={view}
      columns={[
        t('records:charts.columns.time'),
        t('records:charts.columns.scanned'),
        ...STACK.map(({ verdict }) => t(`verdicts.${verdict}`)),
        t('records:charts.columns.rate'),
      ]}
      rows={bins.bins
        .filter(({ scanned }) => scanned > 0)
        .map((bin) => ({
          key: bin.from,
          cells: [
            labelAt(bin.from),
            grouped(bin.scanned),
            ...STACK.map(({ key }) => grouped(bin[key])),
            percentage(bin.rate),
          ],
        }))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <BarChart data={bins.bins} margin={MARGIN} barCategoryGap="12%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} />
          <XAxis
            dataKey="from"
            ticks={timeTicks(bins, wide ? 'wide' : 'narrow')}
            interval="preserveStartEnd"
            tickFormatter={(at: number) => tickOf(at, bins)}
            tickLine={false}
            height={22}
          />
          <YAxis
            domain={[0, lines.at(-1) ?? 1]}
            ticks={lines}
            tickFormatter={grouped}
            width={40}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip isAnimationActive={false} content={<Tip labelOf={labelAt} />} />
          {STACK.map(({ key, verdict }) => (
            <Bar
              key={key}
              dataKey={key}
              stackId="verdicts"
              className="chart-bar"
              data-verdict={verdict}
              fill={fillingOf(verdict)}
              maxBarSize={36}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}
