/**
 * FollowDesk as its operator runs it: the built headless host on a data folder of its own, spoken to over its
 * REST API. The rule: it is ended by its process id, and never outlives the run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { DeskFeed } from './desk-feed.ts';

/** `FOLLOWDESK_BENCH_HEADLESS` measures another build, such as one with sources mapped for a profile. */
export const headlessFile = resolve(
  process.env.FOLLOWDESK_BENCH_HEADLESS ?? join(import.meta.dirname, '../../out/main/headless.js'),
);

export interface FollowDesk {
  readonly pid: number;
  readonly callbackUrl: string;
  /** From the start of the process to its ready line. */
  readonly readyMs: number;
  readonly feed: DeskFeed;
  /** @throws when the answer is not 2xx. */
  api<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  /** Reads a file as it is sent and keeps nothing of it. @throws when the answer is not 2xx. */
  download(path: string, onBytes: (length: number) => void): Promise<void>;
  close(): Promise<void>;
}

interface ReadyLine {
  event: string;
  callbackUrl: string;
  consoleUrl: string;
  consoleToken: string;
}

const startLimitMs = 30_000;

/** `probe`: where loop-probe.ts writes. @throws when there is no build, or when it ends before it is ready. */
export async function startFollowDesk(
  dataFolder: string,
  { probe }: { probe?: string } = {},
): Promise<FollowDesk> {
  if (!existsSync(headlessFile)) throw new Error(`There is no ${headlessFile}: run "npm run build" first`);
  mkdirSync(dataFolder, { recursive: true });
  const log = `${dataFolder}.log`;
  // Node's flags for a profile, for example `--cpu-prof`.
  const nodeFlags = (process.env.FOLLOWDESK_BENCH_NODE_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
  if (probe !== undefined) nodeFlags.push('--import', import.meta.resolve('./loop-probe.ts'));
  const address = ['--callback-host', '127.0.0.1', '--callback-port', '0', '--console-port', '0'];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, headlessFile, '--data-dir', dataFolder, ...address], {
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
    env: { ...process.env, ...(probe !== undefined && { FOLLOWDESK_BENCH_PROBE: probe }) },
  });
  const gone = once(child, 'exit');
  const endWithRun = () => child.kill();
  process.once('exit', endWithRun);

  const timer = setTimeout(() => child.kill(), startLimitMs);
  const { stdout } = child;
  if (stdout === null) throw new Error('FollowDesk has no stdout to say it is ready on');
  const { value: line, done } = await createInterface({ input: stdout })[Symbol.asyncIterator]().next();
  clearTimeout(timer);
  if (done) throw new Error(`FollowDesk did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  const readyMs = performance.now() - startedAt;
  const { callbackUrl, consoleUrl, consoleToken } = JSON.parse(line) as ReadyLine;

  return {
    pid: child.pid ?? 0,
    callbackUrl,
    readyMs,
    feed: { url: `${consoleUrl}/api/scans/live`, token: consoleToken },
    async api<Answer>(method: string, path: string, body?: object) {
      const answer = await fetch(consoleUrl + path, {
        method,
        headers: { authorization: `Bearer ${consoleToken}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
      return JSON.parse(text) as Answer;
    },
    async download(path, onBytes) {
      const answer = await fetch(consoleUrl + path, { headers: { authorization: `Bearer ${consoleToken}` } });
      if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`);
      for await (const chunk of answer.body ?? []) onBytes(chunk.length);
    },
    async close() {
      process.removeListener('exit', endWithRun);
      if (child.exitCode === null) child.kill('SIGTERM');
      await gone;
      if (child.exitCode !== 0) throw new Error(`FollowDesk ended with ${child.exitCode}; see ${log}`);
    },
  };
}
