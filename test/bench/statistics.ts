/** The few numbers that stand for many. */

/** NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/**
 * The middle of `one` beside `other`, round by round. Both had their turn within seconds, so what the machine did
 * meanwhile befell both; of two middles one may be of a slow minute and one of a quick one. Of different lengths, or
 * none: NaN.
 */
export function medianRatio(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return Number.NaN;
  return median(one.map((value, round) => value / (other[round] ?? Number.NaN)));
}

/** The value that `share` of them do not exceed; NaN of none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** In turn, each round beginning one further on: nobody is always the one after the same neighbour. */
export function turns<Contender>(contenders: readonly Contender[], round: number): Contender[] {
  const from = contenders.length === 0 ? 0 : round % contenders.length;
  return [...contenders.slice(from), ...contenders.slice(0, from)];
}
