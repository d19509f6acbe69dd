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

/** `per 5 min`, `per hour`. Chinese has no singular for i18next to choose, so it is chosen here. */
export function widthLabel(t: Text, { width }: Bins): string {
  const { unit, count } = width;
  return count === 1 ? t(`records:charts.per.${unit}_one`) : t(`records:charts.per.${unit}_other`, { count });
}
