/** The headless server as its users start it: a process of its own, straight from the sources. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const entry = join(import.meta.dirname, '../../../src/server/headless.ts');

export interface ReadyLine {
  event: 'ready';
  callbackUrl: string;
  consoleUrl: string;
  consoleToken: string;
  consoleLink: string;
  sandboxUrl: string | null;
}

/** Starts it on free ports and a folder of its own, unless `args` say otherwise. */
export function spawnHeadless(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const given = [entry, '--data-dir', temporaryFolder(), '--callback-port', '0', ...args];
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  let stdout = '';
  let stderr = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const { promise: firstLine, resolve: sayLine } = Promise.withResolvers<string>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.includes('\n')) sayLine(stdout.slice(0, stdout.indexOf('\n')));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });

  async function ready(): Promise<ReadyLine> {
    const line = await Promise.race([firstLine, ended.then((code) => `ended with ${code}: ${stderr}`)]);
    return JSON.parse(line);
  }

  return {
    ready,
    /** The exit code, once both streams are read to their ends. */
    ended,
    stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    stdout: () => stdout,
    stderr: () => stderr,
    /** A REST call with the token; answers what was answered. */
    async rest(method: string, path: string, body?: unknown) {
      const { consoleUrl, consoleToken } = await ready();
      const response = await fetch(`${consoleUrl}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${consoleToken}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return response.json();
    },
  };
}
