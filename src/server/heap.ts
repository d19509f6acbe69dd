/**
 * How V8 keeps house in a host that a crowd may come to. All of it is measured by `test/bench`, with five hundred
 * phones at once; without a crowd none of it shows.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const FLAGS = [
  // Helpers that collect young garbage cost a crowd more than they save: a tenth of a scan's CPU time.
  '--no-parallel-scavenge',
  // V8 takes what lives as long as a visit for what lives on and puts it among the old, where it dies at once and holds
  // on to the rest of the visit: a third of the memory, and most of the time that collecting took.
  '--no-allocation-site-pretenuring',
  // What lived a little too long dies among the old. V8 lets them grow to three times what lives on before it looks.
  '--heap-growing-percent=40',
];

/** Both halves of the young generation, in bytes: half of what V8 would take, and next to no slower. */
const YOUNG_ENOUGH = 64 * 1024 * 1024;
const GROWS = '--semi-space-growth-factor=2';
const STAYS = '--semi-space-growth-factor=1';

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}

/** For the process's own life: called once, before there is anything to do. */
export function tuneHeap(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
  // Its bound can be given on Node's command line only; but it grows and shrinks in steps, after a collection.
  let step = GROWS;
  const collections = new PerformanceObserver(() => {
    const next = youngBytes() * 2 <= YOUNG_ENOUGH ? GROWS : STAYS;
    if (next !== step) setFlagsFromString(next);
    step = next;
  });
  collections.observe({ entryTypes: ['gc'] });
}
