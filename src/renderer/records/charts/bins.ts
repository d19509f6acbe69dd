/**
 * Counts as bars of one width: few enough to be told apart, as fine as that allows, none left out where nobody
 * came. Edges fall on whole minutes, hours and days of the operator's own clock.
 */
import type { ScanCount, ScanSeriesQuery } from '#shared/model/scan.ts';

/** What the host counts by. */
export type Grain = Exclude<ScanSeriesQuery['by'], 'entry'>;

export interface Bin {
  /** The first moment that belongs to it, and the first that no longer does. */
  from: number;
  to: number;
  scanned: number;
  followed: number;
  notFollowed: number;
  unknown: number;
  /** followed / (followed + notFollowed), or null where nobody got a verdict. */
  rate: number | null;
}

export interface Bins {
  bins: Bin[];
  /** How wide one is. */
  width: { unit: Grain; count: number };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** More bars than this run into each other at 900 px. */
export const MOST_BINS = 72;

const UNITS = { minute: MINUTE, hour: HOUR, day: DAY } as const satisfies Record<Grain, number>;
/** In order; each divides a day, so that edges are the clock's own. */
const WIDTHS: readonly Bins['width'][] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => ({ unit: 'minute' as const, count })),
  ...[1, 2, 3, 6, 12].map((count) => ({ unit: 'hour' as const, count })),
  ...[1, 7, 30, 90, 365].map((count) => ({ unit: 'day' as const, count })),
];

/** The finest grain a range of this many milliseconds can be asked for: the host gives 1,500 points at most. */
export function grainFor(span: number): Grain {
  if (span <= 25 * HOUR) return 'minute';
  return span <= 60 * DAY ? 'hour' : 'day';
}

/** `counts` are by time, oldest first, with gaps. Null when there is none. */
export function binsOf(counts: readonly ScanCount[], grain: Grain): Bins | null {
  // The host's days all have one offset from UTC: by noon, each lies in the right one of the clock's own.
  const inside = grain === 'day' ? DAY / 2 : 0;
  const timed = counts.flatMap((count) =>
    count.at === null ? [] : [{ count, at: Date.parse(count.at) + inside }],
  );
  const first = timed[0]?.at;
  const last = timed.at(-1)?.at;
  if (first === undefined || last === undefined) return null;
  const width = widthFor(last - first + UNITS[grain], grain);
  const bins = emptyBins(first, last, width);
  for (const { count, at } of timed) {
    const bin = bins.findLast(({ from }) => from <= at);
    if (!bin) continue;
    bin.scanned += count.scanned;
    bin.followed += count.followed;
    bin.notFollowed += count.notFollowed;
    bin.unknown += count.unknown;
  }
  for (const bin of bins) bin.rate = rateOf(bin);
  return { bins, width };
}

/** The follow rate as everywhere: of those who got a verdict. */
export function rateOf({ followed, notFollowed }: Pick<Bin, 'followed' | 'notFollowed'>): number | null {
  const decided = followed + notFollowed;
  return decided === 0 ? null : followed / decided;
}

function widthFor(span: number, grain: Grain): Bins['width'] {
  const wide = WIDTHS.filter(({ unit }) => UNITS[unit] >= UNITS[grain]);
  const fitting = wide.find(({ unit, count }) => span / (UNITS[unit] * count) < MOST_BINS);
  return fitting ?? { unit: 'day', count: 365 };
}

function emptyBins(first: number, last: number, width: Bins['width']): Bin[] {
  const bins: Bin[] = [];
  for (let from = edgeBefore(first, width); from <= last; ) {
    const to = edgeAfter(from, width);
    bins.push({ from, to, scanned: 0, followed: 0, notFollowed: 0, unknown: 0, rate: null });
    from = to;
  }
  return bins;
}

function edgeBefore(at: number, { unit, count }: Bins['width']): number {
  const day = new Date(at).setHours(0, 0, 0, 0);
  if (unit === 'day') return day;
  const size = UNITS[unit] * count;
  return day + Math.floor((at - day) / size) * size;
}

/** By the calendar where days are counted, for a day may have 23 or 25 hours; no bar reaches over midnight. */
function edgeAfter(from: number, { unit, count }: Bins['width']): number {
  const next = new Date(from);
  next.setHours(0, 0, 0, 0);
  next.setDate(next.getDate() + (unit === 'day' ? count : 1));
  return unit === 'day' ? next.getTime() : Math.min(from + UNITS[unit] * count, next.getTime());
}
