/** The command as its users run it: a process of its own, straight from the sources, in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { token } from '../server/open-console.ts';

export const entry = join(import.meta.dirname, '../../../src/cli/followdesk.ts');

export interface Surroundings {
  env?: NodeJS.ProcessEnv;
  input?: string;
  cwd?: string;
}

export function startFollowdesk(url: string, args: readonly string[], around: Surroundings = {}) {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: around.cwd ?? temporaryFolder(),
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      FOLLOWDESK_URL: url,
      FOLLOWDESK_CONSOLE_TOKEN: token,
      ...around.env,
    },
  });
  child.stdin.end(around.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  const ended = closed.then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, ended, stdout: () => stdout };
}

export function runFollowdesk(url: string, args: readonly string[], around?: Surroundings) {
  return startFollowdesk(url, args, around).ended;
}

/** What `--json` printed. */
export function objectsIn(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
