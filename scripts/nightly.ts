/**
 * What takes too long for every day, one after the other: a hundred kills, millions of made-up requests, every spec on
 * both hosts. The rule: each goes on when another failed, and the end says which did.
 */
import { spawnSync } from 'node:child_process';

const steps: readonly [name: string, command: string, ...args: string[]][] = [
  ['build', 'electron-vite', 'build', '--logLevel', 'warn'],
  ['kills', 'vitest', 'run', '--project', 'integration', 'test/integration/faults/kill.test.ts'],
  ['requests', process.execPath, 'test/fuzz/callback.ts', '--requests', '3000000'],
  ['browser', process.execPath, 'test/support/chromium.ts'],
  ['specs', 'playwright', 'test'],
];
const env = { ...process.env, FOLLOWDESK_NIGHTLY: '1', FOLLOWDESK_KILL_ROUNDS: '100' };

const failed: string[] = [];
for (const [name, command, ...args] of steps) {
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  process.stdout.write(`nightly: ${name} ${status === 0 ? 'passed' : 'FAILED'} after ${minutes} min\n`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) process.stdout.write(`nightly: FAILED: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
