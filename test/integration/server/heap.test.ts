/** A host that a crowd came to does not keep twice the memory that the crowd needed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Visits that live on for a while, more of them than V8's young generation holds at first; says how large that grew. */
const CROWD = `
  const { getHeapSpaceStatistics } = await import('node:v8');
  const [heap] = process.argv.slice(1);
  if (heap) (await import(heap)).tuneHeap();
  const visits = [];
  let largest = 0;
  for (let round = 0; round < 150; round += 1) {
    for (let visit = 0; visit < 4000; visit += 1) visits[visit] = { round: new Array(500).fill(round) };
    await new Promise(setImmediate);
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    largest = Math.max(largest, young.space_size);
  }
  console.log(largest / 1024 / 1024);
`;

/** In both, visits stay young: V8 takes some for old where the machine has time to, and then the crowd needs less. */
const YOUNG = '--no-allocation-site-pretenuring';

/** In MiB, both halves of it. */
async function largestYoung(...heap: string[]): Promise<number> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [YOUNG, '--input-type=module', '--eval', CROWD, ...heap]);
  return Number(stdout);
}

test('the young generation stops growing where more of it gains nothing', async () => {
  const left = await largestYoung();
  const tuned = await largestYoung(new URL('../../../src/server/heap.ts', import.meta.url).href);
  expect(tuned).toBeGreaterThan(32);
  expect(tuned).toBeLessThan(0.75 * left);
});
