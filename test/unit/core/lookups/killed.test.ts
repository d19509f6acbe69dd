/** The promise: what progress has told is on disk. A process is killed in the middle of a look-up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { APP_SECRET } from '../users/real-wechat.ts';
import { BATCH, openLookups, reaching, rowsOf } from './lookup-bench.ts';

test('a killed look-up loses no hundred it told of, and asks nobody twice but those in flight', async () => {
  const bench = await openLookups();
  const { simulator, account, folder } = bench;
  const openids = bench.people(2_000);
  await bench.close();

  simulator.faults.on('slow', { paths: [BATCH], value: 20 });
  const script = fileURLToPath(new URL('./interrupted-lookup.ts', import.meta.url));
  const facts = [folder, simulator.url, account.appId, APP_SECRET, openids.join(',')];
  const child = spawn(process.execPath, [script, ...facts], { stdio: ['ignore', 'pipe', 'inherit'] });
  let [id, told] = ['', 0];
  for await (const line of createInterface(child.stdout)) {
    [id = '', told = 0] = [line.split(' ')[0], Number(line.split(' ')[1])];
    if (told >= 700) break;
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  simulator.faults.off();

  const { lookups } = bench.openSession();
  const found = lookups.get(id);
  expect(found).toMatchObject({ state: 'paused', asked: 2_000, endedAt: null });
  expect(found.answered).toBeGreaterThanOrEqual(told);
  const before = simulator.calls.count(BATCH);
  expect(before * 100 - found.answered, 'in flight').toBeLessThanOrEqual(200);
  await lookups.resume(id);
  expect(await reaching(lookups, id, 'done')).toMatchObject({ answered: 2_000, followed: 1_000 });
  expect((simulator.calls.count(BATCH) - before) * 100).toBe(2_000 - found.answered);
  expect(rowsOf(lookups, id).map(({ openid }) => openid)).toEqual(openids);
});
