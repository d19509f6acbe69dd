/** How many came when, by verdict: one bar per minute, hour or day. */
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { percentage } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { Bins } from './bins.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ChartView } from './Charts.tsx';
import { labelOf, widthLabel } from './labels.ts';
import { CHART_HEIGHT, MARGIN, STACK } from './looks.ts';
import { fillingOf } from './Patterns.tsx';
import { Tip } from './Tip.tsx';

export function OverTime({ bins, view }: { bins: Bins; view: ChartView }) {
  const t = useText();
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
            String(bin.scanned),
            ...STACK.map(({ key }) => String(bin[key])),
            percentage(bin.rate),
          ],
        }))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <BarChart data={bins.bins} margin={MARGIN} barCategoryGap="12%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="from" tickFormatter={labelAt} minTickGap={20} tickLine={false} height={22} />
          <YAxis allowDecimals={false} width={34} tickLine={false} axisLine={false} tickCount={4} />
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
