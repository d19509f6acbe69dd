/**
 * The follow rate as points that mean something: one scan alone is 0 % or 100 % and says nothing, so quiet bars
 * are taken together until enough people got a verdict.
 */
import { type Bin, rateOf } from './bins.ts';

/** Fewer people than this make no rate. */
const LEAST_DECIDED = 10;
/** More points than this are a scribble. */
const MOST_POINTS = 30;

export interface RatePoint extends Pick<Bin, 'scanned' | 'followed' | 'notFollowed' | 'unknown'> {
  /** The bar it is drawn over: where half of its people had come. */
  at: number;
  from: number;
  to: number;
  rate: number | null;
}

/** How many people a point stands for at the least: more, the more there are. */
export function leastDecided(bins: readonly Bin[]): number {
  return Math.max(LEAST_DECIDED, Math.ceil(decidedOf(bins) / MOST_POINTS));
}

/** In order. The last ones join the point before when they are too few; when all are, they are one point. */
export function ratePointsOf(bins: readonly Bin[]): RatePoint[] {
  const least = leastDecided(bins);
  const groups: Bin[][] = [];
  let open: Bin[] = [];
  for (const bin of bins) {
    // A quiet time belongs to what comes after it, not to both.
    if (open.length === 0 && bin.rate === null) continue;
    open.push(bin);
    if (decidedOf(open) < least) continue;
    groups.push(open);
    open = [];
  }
  if (decidedOf(open) > 0) groups.push([...(groups.pop() ?? []), ...open]);
  return groups.map(pointOf);
}

function pointOf(group: readonly Bin[]): RatePoint {
  const sum = (key: 'scanned' | 'followed' | 'notFollowed' | 'unknown') =>
    group.reduce((total, bin) => total + bin[key], 0);
  const [scanned, followed, notFollowed, unknown] = [
    sum('scanned'),
    sum('followed'),
    sum('notFollowed'),
    sum('unknown'),
  ];
  // What nobody got a verdict in does not widen it at its end.
  const last = group.findLast(({ rate }) => rate !== null);
  return {
    at: middleOf(group),
    from: group[0]?.from ?? 0,
    to: last?.to ?? 0,
    ...{ scanned, followed, notFollowed, unknown },
    rate: rateOf({ followed, notFollowed }),
  };
}

function middleOf(group: readonly Bin[]): number {
  const half = decidedOf(group) / 2;
  let decided = 0;
  const bin = group.find(({ followed, notFollowed }) => {
    decided += followed + notFollowed;
    return decided >= half;
  });
  return bin?.from ?? 0;
}

function decidedOf(group: readonly Bin[]): number {
  return group.reduce((total, { followed, notFollowed }) => total + followed + notFollowed, 0);
}
