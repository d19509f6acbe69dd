/**
 * `node test/bench/exports.ts [--rows 1000000]`: what writing a long record costs the built FollowDesk, in each
 * format: time, size, memory beyond what it had before, and how long a phone's request waits meanwhile. It
 * prints and asserts nothing.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fillScans } from './fill-scans.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { usageOf } from './resources.ts';
import { appId, appSecret } from './wechat-standin.ts';

const { rows } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } }).values;
const results = resolve(import.meta.dirname, '../../test-results');
mkdirSync(results, { recursive: true });
const folder = mkdtempSync(join(results, 'bench-exports-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const dataFolder = join(folder, 'data');

const megabyte = 1e6;

/** Until told to stop: the peak of its memory, and how long the callback listener takes to answer. */
function watch({ pid, callbackUrl }: FollowDesk) {
  let running = true;
  let peak = usageOf(pid).residentBytes;
  const waits: number[] = [];
  const done = (async () => {
    while (running) {
      const startedAt = performance.now();
      await (await fetch(`${callbackUrl}/healthz`)).arrayBuffer();
      waits.push(performance.now() - startedAt);
      peak = Math.max(peak, usageOf(pid).residentBytes);
      await setTimeout(20);
    }
  })();
  return async () => {
    running = false;
    await done;
    waits.sort((one, other) => one - other);
    return {
      peak,
      p99: waits[Math.floor(waits.length * 0.99)] ?? Number.NaN,
      worst: waits.at(-1) ?? Number.NaN,
    };
  };
}

async function measure(format: string): Promise<string> {
  // A start for each: what one format leaves behind is not the next one's.
  const desk = await startFollowDesk(dataFolder);
  await desk.download('/api/scans/export?format=jsonl&to=2000-01-01T00:00:00Z', () => undefined);
  const before = usageOf(desk.pid);
  const stop = watch(desk);
  const startedAt = performance.now();
  let bytes = 0;
  await desk.download(`/api/scans/export?format=${format}`, (length) => {
    bytes += length;
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = (usageOf(desk.pid).cpuMs - before.cpuMs) / 1000;
  const { peak, p99, worst } = await stop();
  await desk.close();
  const growth = (peak - before.residentBytes) / megabyte;
  return `${format.padEnd(6)} ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${(bytes / megabyte).toFixed(0)} MB, memory +${growth.toFixed(0)} MB, /healthz p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`;
}

const first = await startFollowDesk(dataFolder);
const account = await first.api<{ id: string }>('POST', '/api/accounts', { appId, appSecret });
const entryInput = { accountId: account.id, name: 'Bench' };
const entry = await first.api<{ id: string; accountId: string }>('POST', '/api/entries', entryInput);
await first.close();
await fillScans(dataFolder, Number(rows), entry);
process.stdout.write(`${rows} scans\n`);
for (const format of ['csv', 'jsonl', 'xlsx']) process.stdout.write(`  ${await measure(format)}\n`);
