/** How many came by each entry, by verdict; how many and which share stands at the end of each bar. */
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ScanCount } from '#shared/model/scan.ts';
import { grouped, percentage } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { rateOf } from './bins.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ChartView } from './Charts.tsx';
import { type EntryBar, entryBars } from './entry-bars.ts';
import { CHART_HEIGHT, STACK } from './looks.ts';
import { fillingOf } from './Patterns.tsx';
import { Tip } from './Tip.tsx';

/** Longer names end in an ellipsis; the table has them whole. */
const NAME_LENGTH = 8;
const MARGIN = { top: 4, right: 100, bottom: 0, left: 0 } as const;

interface ByEntryProps {
  counts: readonly ScanCount[];
  entryName: (entryId: string) => string;
  view: ChartView;
}

export function ByEntry({ counts, entryName, view }: ByEntryProps) {
  const t = useText();
  const nameOf = (entryId: string | null) => (entryId === null ? '' : entryName(entryId));
  const end = (counts[0]?.scanned ?? 0) / 1_000;
  const bars = entryBars(counts).map((bar, index) => ({
    ...bar,
    index,
    end,
    name:
      bar.entryId === null ? t('records:charts.otherEntries', { count: bar.entries }) : nameOf(bar.entryId),
    said: onOneLine(saidOf(bar)),
  }));
  const labelAt = (index: number) => bars[index]?.name ?? '';
  return (
    <ChartFigure
      title={t('records:charts.byEntry')}
      view={view}
      columns={[
        t('records:charts.columns.entry'),
        t('records:charts.columns.scanned'),
        ...STACK.map(({ verdict }) => t(`verdicts.${verdict}`)),
        t('records:charts.columns.rate'),
      ]}
      rows={counts.map((count) => ({
        key: count.entryId ?? '',
        cells: [
          nameOf(count.entryId),
          grouped(count.scanned),
          ...STACK.map(({ key }) => grouped(count[key])),
          percentage(rateOf(count)),
        ],
      }))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <BarChart
          layout="vertical"
          data={bars}
          margin={MARGIN}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <XAxis type="number" hide />
          <YAxis
            type="category"
            dataKey="index"
            tickFormatter={(index: number) => onOneLine(shortened(labelAt(index)))}
            width={108}
            interval={0}
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
              maxBarSize={22}
              isAnimationActive={false}
            />
          ))}
          {/* A bar without a length has no label: this one always has a little. */}
          <Bar dataKey="end" stackId="verdicts" fill="none" isAnimationActive={false}>
            <LabelList dataKey="said" position="right" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartFigure>
  );
}

/** How many, and which share followed, unless nobody got a verdict. */
function saidOf(bar: EntryBar): string {
  const rate = rateOf(bar);
  return rate === null ? grouped(bar.scanned) : `${grouped(bar.scanned)} · ${percentage(rate)}`;
}

function shortened(name: string): string {
  const characters = [...name];
  // Latin letters are half as wide as Chinese characters.
  const most = /\p{Script=Han}/u.test(name) ? NAME_LENGTH : NAME_LENGTH * 2;
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`;
}

/** The charts break lines at spaces. */
function onOneLine(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
