/** The comparison itself: every crowd at every server, told as it is measured. */
import { type Bench, type Case, runCase, runSlice } from './load.ts';
import type { Plan } from './options.ts';

/** Servers are measured as they are after a while, not as they start. */
export async function warmUp(bench: Bench, latency: readonly number[], { warmUpMs }: Plan): Promise<void> {
  for (const latencyMs of latency.toReversed()) {
    await bench.standin.ask({ latencyMs });
    for (const server of bench.servers) {
      const phones = server.roundMs === undefined ? 200 : 8;
      await runSlice(bench, server, { phones, milliseconds: warmUpMs });
    }
  }
}

/** The case that most is promised of. */
const rush = { phones: 500, latencyMs: 40 };

export async function compare(
  bench: Bench,
  { concurrency, latency, plan }: { concurrency: readonly number[]; latency: readonly number[]; plan: Plan },
  heard: (measured: Case) => void,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const latencyMs of latency) {
    for (const phones of concurrency) {
      const slices = phones === rush.phones && latencyMs === rush.latencyMs ? plan.rushSlices : plan.slices;
      const measured = await runCase(bench, { ...plan, phones, latencyMs, slices });
      cases.push(measured);
      heard(measured);
    }
  }
  return cases;
}
