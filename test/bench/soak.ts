/**
 * The long watch: the same crowd at FollowDesk for minutes, to see what grows with time alone (memory, the cost
 * of a scan). What is remembered for a minute only shows after that minute.
 */

import { type Bench, type Measured, type MeasuredServer, runSlice } from './load.ts';
import { median } from './statistics.ts';

export const soakSliceMs = 15_000;
const phones = 500;

/** Slices of a quarter of a minute; `heard` hears of each one as it ends. */
export async function runSoak(
  bench: Bench,
  server: MeasuredServer,
  minutes: number,
  heard: (slice: Measured, at: number) => void,
): Promise<Measured[]> {
  await bench.standin.ask({ latencyMs: 40 });
  const slices: Measured[] = [];
  for (let at = 0; at < minutes * 60_000; at += soakSliceMs) {
    const slice = await runSlice(bench, server, { phones, milliseconds: soakSliceMs });
    slices.push(slice);
    heard(slice, at + soakSliceMs);
  }
  return slices;
}

/** How much more memory it has in the last quarter of the time than in the second, when it had settled: 1 is flat. */
export function growthOf(residentBytes: readonly number[]): number {
  const quarter = Math.ceil(residentBytes.length / 4);
  return median(residentBytes.slice(-quarter)) / median(residentBytes.slice(quarter, 2 * quarter));
}
