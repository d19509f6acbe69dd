/** Starts the built headless host as its users do: a process of its own, a folder of its own, a ready line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROJECT = join(import.meta.dirname, '../..');

export interface ReadyLine {
  event: 'ready';
  callbackUrl: string;
  consoleUrl: string;
  consoleToken: string;
  sandboxUrl: string | null;
}

export interface HeadlessHost extends ReadyLine {
  process: ChildProcess;
  /** Everything it logged so far. */
  log(): string;
  /** A REST call with the console's token. */
  api(path: string, init?: { method?: string; body?: unknown }): Promise<Response>;
  /** SIGTERM, as a service manager would; answers the exit code. */
  stop(): Promise<number | null>;
}

/**
 * `args` beside free ports: `--data-dir`, `--sandbox`, …; `launcher`: words before `node`, such as those that
 * limit what it may do. @throws with its last words when it does not start
 */
export async function startHeadlessHost(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  launcher: readonly string[] = [],
): Promise<HeadlessHost> {
  const entry = join(PROJECT, 'out/main/headless.js');
  const ports = ['--callback-port', '0', '--console-port', '0'];
  const [program = process.execPath, ...words] = [...launcher, process.execPath, entry, ...ports, ...args];
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  const exited = once(child, 'exit');
  // A test that was given up must not leave it behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  const ended = once(child, 'close');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([
    firstLine.then(([text]) => String(text)),
    ended.then(([code]) => Promise.reject(new Error(`the headless host ended with ${code}: ${log}`))),
  ]);
  const ready = JSON.parse(line) as ReadyLine;

  return {
    ...ready,
    process: child,
    log: () => log,
    api: (path, { method = 'GET', body } = {}) =>
      fetch(`${ready.consoleUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${ready.consoleToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}
