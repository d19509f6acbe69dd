/**
 * What writing a long record costs the built FollowDesk in each format, while phones go on scanning: rows a
 * second, memory beyond what it had before, how long its thread is held, and how long a visitor waits.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fillScans } from './fill-scans.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import type { Street } from './open-bench.ts';
import type { CrowdResult } from './phones.ts';
import { usageOf } from './resources.ts';
import { median } from './statistics.ts';
import { appId, appSecret } from './wechat-standin.ts';

export interface MeasuredExport {
  /** `none`: the same phones with no export under way. */
  format: 'none' | 'csv' | 'jsonl' | 'xlsx';
  rows: number;
  seconds: number;
  cpuSeconds: number;
  bytes: number;
  /** Resident memory beyond that before, at its peak, in the first half of the time and in all of it. */
  grownByHalf: number;
  grown: number;
  /** The longest the thread worked without a pause. */
  heldMs: number;
  visits: number;
  errors: number;
  p50: number;
  p99: number;
}

/** As a door sees them: a few at a time, on a line to WeChat that is not instant. */
const door = { phones: 5, milliseconds: 1000, status: 303 };
const latencyMs = 40;

async function heldMs({ pid }: FollowDesk, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    await setTimeout(50);
    try {
      return JSON.parse(readFileSync(file, 'utf8')).heldMs;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Until told to stop: its memory, and a door full of phones. */
function watch({ phones }: Street, { pid, callbackUrl }: FollowDesk, state: string) {
  const before = usageOf(pid);
  const startedAt = performance.now();
  const memory: { at: number; bytes: number }[] = [];
  const crowds: CrowdResult[] = [];
  let running = true;
  async function remember(): Promise<void> {
    while (running) {
      memory.push({ at: performance.now() - startedAt, bytes: usageOf(pid).residentBytes });
      await setTimeout(50);
    }
  }
  async function scan(): Promise<void> {
    while (running) crowds.push(await phones.ask({ ...door, url: callbackUrl, state }));
  }
  const done = Promise.all([remember(), scan()]);
  return async () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const cpuSeconds = (usageOf(pid).cpuMs - before.cpuMs) / 1000;
    running = false;
    await done;
    const peak = (until: number) =>
      Math.max(...memory.filter(({ at }) => at <= until * 1000).map(({ bytes }) => bytes)) -
      before.residentBytes;
    return {
      seconds,
      cpuSeconds,
      grownByHalf: peak(seconds / 2),
      grown: peak(seconds),
      visits: crowds.reduce((sum, { visits }) => sum + visits, 0),
      errors: crowds.reduce((sum, { errors }) => sum + errors, 0),
      p50: median(crowds.map(({ p50 }) => p50)),
      p99: Math.max(...crowds.map(({ p99 }) => p99)),
    };
  };
}

async function measure(
  bench: Street,
  format: MeasuredExport['format'],
  { dataFolder, entryId, rows }: { dataFolder: string; entryId: string; rows: number },
): Promise<MeasuredExport> {
  // A start for each: what one format leaves behind is not the next one's.
  const probe = `${dataFolder}.held.json`;
  const desk = await startFollowDesk(dataFolder, { probe });
  const { state } = await desk.api<{ state: string }>('GET', `/api/entries/${entryId}/code`);
  await bench.phones.ask({ ...door, url: desk.callbackUrl, state });
  await desk.download('/api/scans/export?format=jsonl&to=2000-01-01T00:00:00Z', () => undefined);
  await heldMs(desk, probe);
  const stop = watch(bench, desk, state);
  let bytes = 0;
  function count(length: number): void {
    bytes += length;
  }
  if (format === 'none') await setTimeout(5000);
  else await desk.download(`/api/scans/export?format=${format}`, count);
  const held = await heldMs(desk, probe);
  const found = await stop();
  await desk.close();
  return { format, rows: format === 'none' ? 0 : rows, bytes, heldMs: held, ...found };
}

/** Fills a folder of its own and exports it in every format, after a look at the door alone. */
export async function measureExports(bench: Street, folder: string, rows: number): Promise<MeasuredExport[]> {
  const dataFolder = join(folder, 'exports');
  const first = await startFollowDesk(dataFolder);
  const account = await first.api<{ id: string }>('POST', '/api/accounts', {
    appId,
    appSecret,
    apiBaseUrl: bench.wechatUrl,
    authorizeBaseUrl: bench.wechatUrl,
  });
  const entryInput = { accountId: account.id, name: 'Bench' };
  const entry = await first.api<{ id: string; accountId: string }>('POST', '/api/entries', entryInput);
  await first.close();
  await fillScans(dataFolder, rows, entry);
  await bench.standin.ask({ latencyMs });
  const measured: MeasuredExport[] = [];
  for (const format of ['none', 'csv', 'jsonl', 'xlsx'] as const)
    measured.push(await measure(bench, format, { dataFolder, entryId: entry.id, rows }));
  return measured;
}
