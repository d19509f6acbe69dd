/** One server beside another, as every promise, table and picture says it. */
import type { Measured, Round } from './load.ts';
import { medianRatio } from './statistics.ts';

/** Round by round where both had the same rounds; a slow one has a single round. Undefined unless both were measured. */
export function beside(
  one: Measured | undefined,
  other: Measured | undefined,
  figure: keyof Round,
): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  const of = ({ rounds = [] }: Measured) => rounds.map((round) => round[figure]);
  const paired = medianRatio(of(one), of(other));
  return Number.isNaN(paired) ? one[figure] / other[figure] : paired;
}
