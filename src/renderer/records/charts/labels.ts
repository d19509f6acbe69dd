/** What stands at a bar's foot: as short as it can be and still say when. */
import { clockTime } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';
import type { Bins } from './bins.ts';

/** `10:32` within one day, `3/7 10:00` across several, `3/7` for whole days. */
export function labelOf(at: number, { bins, width }: Bins): string {
  const day = new Date(at);
  const date = `${day.getMonth() + 1}/${day.getDate()}`;
  if (width.unit === 'day') return date;
  const time = clockTime(day.toISOString()).slice(0, 5);
  const ends = [bins[0]?.from ?? at, bins.at(-1)?.from ?? at];
  const days = new Set(ends.map((end) => new Date(end).toDateString()));
  return days.size === 1 ? time : `${date} ${time}`;
}

/** At the foot of a chart, where a midnight is the day it begins: `3/7`, `12:00`. */
export function tickOf(at: number, bins: Bins): string {
  const label = labelOf(at, bins);
  return label.includes(' ') ? label.replace(/ 00:00$/, '') : label;
}

/** `10:32–10:40`, or as one bar is called when it is one. Days are named by the first and the last. */
export function rangeLabel({ from, to }: { from: number; to: number }, bins: Bins): string {
  const first = labelOf(from, bins);
  const inside = bins.bins.filter((bin) => bin.from >= from && bin.to <= to);
  if (inside.length < 2) return first;
  return `${first}–${labelOf(bins.width.unit === 'day' ? (inside.at(-1)?.from ?? from) : to, bins)}`;
}

/** `per 5 min`, `per hour`. Chinese has no singular for i18next to choose, so it is chosen here. */
export function widthLabel(t: Text, { width }: Bins): string {
  const { unit, count } = width;
  return count === 1 ? t(`records:charts.per.${unit}_one`) : t(`records:charts.per.${unit}_other`, { count });
}
