/**
 * A desk with history: how soon it is ready, and how quickly it shows its newest scans, with none, a page and
 * 100,000 of them stored.
 */
import { join } from 'node:path';
import { fillScans } from './fill-scans.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { median } from './load.ts';
import { usageOf } from './resources.ts';
import { appId, appSecret } from './wechat-standin.ts';

export interface StoredScans {
  scans: number;
  readyMs: number;
  listMs: number;
  summaryMs: number;
  residentBytes: number;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function p50(desk: FollowDesk, path: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timeOf(() => desk.api('GET', path)));
  // The first ones find the code cold.
  return median(taken.slice(times >> 2));
}

async function measure(dataFolder: string, scans: number, starts: number): Promise<StoredScans> {
  const ready: number[] = [];
  let result: Omit<StoredScans, 'readyMs'> | undefined;
  for (let start = 0; start < starts; start += 1) {
    const desk = await startFollowDesk(dataFolder);
    ready.push(desk.readyMs);
    if (result === undefined) {
      const { scanned } = await desk.api<{ scanned: number }>('GET', '/api/scans/summary');
      if (scanned !== scans) throw new Error(`${scans} scans were stored, the desk counts ${scanned}`);
      const { residentBytes } = usageOf(desk.pid);
      const listMs = await p50(desk, '/api/scans?limit=100', 200);
      const summaryMs = await p50(desk, '/api/scans/summary', 200);
      result = { scans, listMs, summaryMs, residentBytes };
    }
    await desk.close();
  }
  if (result === undefined) throw new Error('Nothing was measured');
  return { ...result, readyMs: median(ready) };
}

/** `starts`: how often FollowDesk is started on each folder. The first ever start makes the folder. */
export async function measureStoredScans(folder: string, starts: number): Promise<StoredScans[]> {
  const dataFolder = join(folder, 'stored-scans');
  const first = await startFollowDesk(dataFolder);
  const account = await first.api<{ id: string }>('POST', '/api/accounts', { appId, appSecret });
  const entry = await first.api<{ id: string; accountId: string }>('POST', '/api/entries', {
    accountId: account.id,
    name: 'Bench',
  });
  await first.close();

  const results: StoredScans[] = [];
  for (const scans of [0, 100, 100_000]) {
    await fillScans(dataFolder, scans, entry);
    results.push(await measure(dataFolder, scans, scans > 0 ? starts : 1));
  }
  // An empty folder has everything still to be made: keys, settings, tables.
  const fresh: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const desk = await startFollowDesk(join(folder, `fresh-${start}`));
    fresh.push(desk.readyMs);
    await desk.close();
  }
  return results.map((result) => (result.scans === 0 ? { ...result, readyMs: median(fresh) } : result));
}
