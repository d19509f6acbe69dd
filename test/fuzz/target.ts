/**
 * What is shot at: FollowDesk in a process of its own, straight from the sources, as its operator runs it. Its
 * heap is small, so that memory which is never given back ends it instead of going unseen.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const entry = join(import.meta.dirname, '../../src/server/headless.ts');
const HEAP_MB = 256;
const REMEMBERED_LINES = 50;

export interface Target {
  readonly callbackUrl: string;
  /** Settles when it is gone, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  isAlive(): boolean;
  /** A REST call. @throws when the answer is not 2xx */
  api<Reply>(method: string, path: string, body?: object): Promise<Reply>;
  /** What it holds of the machine's memory, in megabytes; 0 when that cannot be seen here. */
  memoryMb(): Promise<number>;
  /** Lines logged as errors, and the last lines of all. */
  log(): { errors: readonly string[]; last: readonly string[] };
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

export async function startTarget(dataFolder: string): Promise<Target> {
  const flags = ['--data-dir', dataFolder, '--callback-host', '127.0.0.1', '--callback-port', '0'];
  // Node's flags for a profile of the run are handed on: `node --cpu-prof test/fuzz/callback.ts`.
  const nodeFlags = [...process.execArgv, `--max-old-space-size=${HEAP_MB}`];
  const child = spawn(process.execPath, [...nodeFlags, entry, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const errors: string[] = [];
  let last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!/"level":"(debug|info|warn)"/.test(line) && errors.length < REMEMBERED_LINES) errors.push(line);
    last.push(line);
    if (last.length > 2 * REMEMBERED_LINES) last = last.slice(-REMEMBERED_LINES);
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.removeListener('exit', endWithUs));
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  if (!Array.isArray(line)) throw new Error(`FollowDesk did not start (${line}):\n${last.join('\n')}`);
  const { callbackUrl, consoleUrl, consoleToken } = JSON.parse(line[0]);

  return {
    callbackUrl,
    ended,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async api<Reply>(method: string, path: string, body?: object) {
      const answer = await fetch(consoleUrl + path, {
        method,
        headers: { authorization: `Bearer ${consoleToken}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Reply;
    },
    async memoryMb() {
      try {
        const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)]);
        return Math.round(Number(stdout) / 1024);
      } catch {
        return 0;
      }
    },
    log: () => ({ errors, last: last.slice(-REMEMBERED_LINES) }),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
