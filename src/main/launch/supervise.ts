/**
 * One child process, ended by whatever ends us. The rule: every way to stop `npm start` (Ctrl-C, a signal, the
 * shell npm runs us in dying without a word) reaches the child, once per time it is said, and the child gets the
 * time to close in order.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { ExitFacts } from './decide-host.ts';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 1_000;
const windows = process.platform === 'win32';

export interface Supervised {
  child: ChildProcess;
  /** Resolves when the child is gone. */
  ended: Promise<ExitFacts>;
}

/** Starts a program that lives no longer than this process. */
export function supervise(command: string, args: readonly string[], options: SpawnOptions): Supervised {
  const started = performance.now();
  const parent = process.ppid;
  // A group of its own: a signal to our whole group would reach the child twice, and the second one means "at once".
  const child = spawn(command, args, { ...options, detached: !windows });
  let stopped = false;

  function forward(signal: NodeJS.Signals): void {
    stopped = true;
    // On Windows the console itself tells the child of Ctrl-C, and to kill is to cut it off.
    if (windows && signal === 'SIGINT') return;
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  }
  function abandon(): void {
    child.kill();
  }

  // npm's shell dies of a SIGTERM without passing it on; an orphan must not keep the port and the folder.
  const parentCheck = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent && !stopped) forward('SIGTERM');
  }, PARENT_CHECK_MS);
  parentCheck.unref();
  for (const signal of FORWARDED) process.on(signal, forward);
  process.once('exit', abandon);

  const ended = new Promise<ExitFacts>((resolve) => {
    function settle(code: number | null, signal: NodeJS.Signals | null): void {
      clearInterval(parentCheck);
      for (const forwarded of FORWARDED) process.off(forwarded, forward);
      process.off('exit', abandon);
      resolve({ code, signal, aliveMs: performance.now() - started, stopped });
    }
    child.once('error', () => settle(127, null));
    // Not "exit": what it said last must have been read.
    child.once('close', settle);
  });
  return { child, ended };
}

/** The exit code to end with: the child's own, and 0 for a child that was told to stop and died of it. */
export function exitCodeOf({ code, stopped }: ExitFacts): number {
  return code ?? (stopped ? 0 : 1);
}
