/**
 * Loaded into FollowDesk with `--import`: how long its one thread was held at most between two beats. Counted in
 * the time the thread itself worked, so that a busy machine does not count as ours. At SIGUSR2 it writes what
 * it found since the last time to the file that FOLLOWDESK_BENCH_PROBE names.
 */
import { renameSync, writeFileSync } from 'node:fs';

const BEAT_MS = 5;

let before = process.threadCpuUsage();
let heldMs = 0;

setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  heldMs = Math.max(heldMs, (user + system) / 1000);
}, BEAT_MS).unref();

process.on('SIGUSR2', () => {
  const file = process.env.FOLLOWDESK_BENCH_PROBE;
  if (file === undefined) return;
  writeFileSync(`${file}.part`, JSON.stringify({ heldMs }));
  renameSync(`${file}.part`, file);
  heldMs = 0;
});
