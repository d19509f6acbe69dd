/** Memory after a long day: FollowDesk and the floor, once each has answered the same number of callbacks. */
import type { ContenderName } from './contenders.ts';
import { type Bench, type Measured, runSlice } from './load.ts';
import { median } from './statistics.ts';

export interface MemoryUse {
  server: ContenderName;
  visits: number;
  errors: number;
  /** The median of its last slices: garbage comes and goes. */
  residentBytes: number;
}

const compared: readonly ContenderName[] = ['followdesk', 'floor-batch'];
const crowd = { phones: 500, milliseconds: 4000 };
const latencyMs = 40;
const lastSlices = 3;

/** In turn until each has had `visits`. */
export async function measureMemory(bench: Bench, visits: number): Promise<MemoryUse[]> {
  await bench.standin.ask({ latencyMs });
  const servers = bench.servers.filter(({ name }) => compared.includes(name));
  const slices = new Map<ContenderName, Measured[]>(servers.map(({ name }) => [name, []]));
  const answered = (name: ContenderName) =>
    (slices.get(name) ?? []).reduce((sum, one) => sum + one.visits, 0);
  for (;;) {
    const unfinished = servers.filter(({ name }) => answered(name) < visits);
    if (unfinished.length === 0) break;
    for (const server of unfinished) slices.get(server.name)?.push(await runSlice(bench, server, crowd));
  }
  return servers.map(({ name }) => {
    const all = slices.get(name) ?? [];
    return {
      server: name,
      visits: answered(name),
      errors: all.reduce((sum, { errors }) => sum + errors, 0),
      residentBytes: median(all.slice(-lastSlices).map(({ residentBytes }) => residentBytes)),
    };
  });
}
