/**
 * A desk with history: how soon it is ready, how quickly it answers what is asked of a record, and what memory
 * that takes, with no scans stored, a tenth of a great many, and all of them.
 */
import { join } from 'node:path';
import { fillScans } from './fill-scans.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { usageOf, watchOthers } from './resources.ts';
import { median } from './statistics.ts';
import { appId, appSecret } from './wechat-standin.ts';

export interface StoredScans {
  scans: number;
  readyMs: number;
  /** Medians of one answer over the REST API. */
  listMs: number;
  openidMs: number;
  dayAndVerdictMs: number;
  summaryMs: number;
  /** After all these questions. */
  residentBytes: number;
  othersBusy: number;
}

const dayMs = 24 * 3600 * 1000;
const times = 100;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function p50(desk: FollowDesk, path: (time: number) => string): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timeOf(() => desk.api('GET', path(time))));
  // The first ones find the code cold.
  return median(taken.slice(times >> 2));
}

/** Another person each time. */
function byOpenid(time: number): string {
  return `/api/scans?limit=100&openid=obench${String((time * 7919) % 75_000).padStart(22, '0')}`;
}

/** Another day of the month before, and another verdict, each time. */
function byDayAndVerdict(time: number): string {
  const from = new Date(Date.now() - ((time % 28) + 2) * dayMs);
  const to = new Date(from.getTime() + dayMs);
  const verdict = time % 2 === 0 ? 'unknown' : 'not_followed';
  return `/api/scans?limit=100&verdict=${verdict}&from=${from.toISOString()}&to=${to.toISOString()}`;
}

async function ask(desk: FollowDesk, scans: number): Promise<Omit<StoredScans, 'readyMs'>> {
  const { scanned } = await desk.api<{ scanned: number }>('GET', '/api/scans/summary');
  if (scanned !== scans) throw new Error(`${scans} scans were stored, the desk counts ${scanned}`);
  const othersBusy = watchOthers([process.pid, desk.pid]);
  return {
    scans,
    listMs: await p50(desk, () => '/api/scans?limit=100'),
    openidMs: await p50(desk, byOpenid),
    dayAndVerdictMs: await p50(desk, byDayAndVerdict),
    summaryMs: await p50(desk, () => '/api/scans/summary'),
    residentBytes: usageOf(desk.pid).residentBytes,
    othersBusy: othersBusy(),
  };
}

/** `make`: the folder for each start. */
async function timeStarts(
  starts: number,
  make: (start: number) => string,
  before?: (desk: FollowDesk) => Promise<void>,
): Promise<number> {
  const ready: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const desk = await startFollowDesk(make(start));
    ready.push(desk.readyMs);
    if (start === 0) await before?.(desk);
    await desk.close();
  }
  return median(ready);
}

/** `starts`: how often FollowDesk is started on each folder. An empty one has everything still to be made. */
export async function measureStoredScans(
  folder: string,
  { scans: many, starts }: { scans: number; starts: number },
): Promise<StoredScans[]> {
  const dataFolder = join(folder, 'stored-scans');
  const first = await startFollowDesk(dataFolder);
  const account = await first.api<{ id: string }>('POST', '/api/accounts', { appId, appSecret });
  const entry = await first.api<{ id: string; accountId: string }>('POST', '/api/entries', {
    accountId: account.id,
    name: 'Bench',
  });
  await first.close();

  const results: StoredScans[] = [];
  for (const scans of [0, Math.round(many / 10), many]) {
    await fillScans(dataFolder, scans, entry);
    const found: Omit<StoredScans, 'readyMs'>[] = [];
    const readyMs = await timeStarts(
      scans === 0 ? 1 : starts,
      () => dataFolder,
      async (desk) => void found.push(await ask(desk, scans)),
    );
    results.push(...found.map((one) => ({ ...one, readyMs })));
  }
  const fresh = await timeStarts(starts, (start) => join(folder, `fresh-${start}`));
  return results.map((result) => (result.scans === 0 ? { ...result, readyMs: fresh } : result));
}
