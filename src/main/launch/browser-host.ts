/**
 * The console in the browser, for `npm start`: runs the headless host, waits for its ready line, prints a link
 * that signs in with one click, and stays until it ends. The rule: the screen shows the link and what a person
 * should read; the log goes to a file.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readCommandLine } from '#server/command-line.ts';
import { defaultDataFolder } from '#server/data-folder.ts';
import { openLogFile } from '../log-file.ts';
import { hasBrowser, openBrowser } from './open-browser.ts';
import { exitCodeOf, supervise } from './supervise.ts';
import { invite, stoppedUnexpectedly } from './wording.ts';

/** Of the headless host's ready line, what we use. */
interface Ready {
  callbackUrl: string;
  consoleUrl: string;
  consoleToken: string;
  /** Signs one browser in, once. */
  consoleLink?: string;
}

export interface BrowserHost {
  /** The built headless host. */
  entry: string;
  /** Its flags, as given to us. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  display: boolean;
}

/** Resolves with the exit code when the host has ended. */
export async function serveInBrowser({ entry, args, env, display }: BrowserHost): Promise<number> {
  const dataFolder = dataFolderOf(args, env);
  const flags = existsSync(join(dataFolder, 'settings.json')) ? args : [...args, '--sandbox'];
  const log = openLogFile(join(dataFolder, 'logs'));

  const { child, ended } = supervise(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, ...flags],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let explained = false;
  if (child.stderr) {
    sortOut(child.stderr, log.write, (line) => {
      explained = true;
      process.stderr.write(line);
    });
  }
  const ready = child.stdout ? await waitForReady(child.stdout) : null;
  if (ready !== null) {
    const link = ready.consoleLink ?? ready.consoleUrl;
    process.stdout.write(invite({ ...ready, link }));
    if (hasBrowser(env, display)) openBrowser(link);
  }
  const exit = await ended;
  const code = exitCodeOf(exit);
  if (code !== 0 && !exit.stopped && !explained) process.stderr.write(`${stoppedUnexpectedly(log.path)}\n`);
  return code;
}

function dataFolderOf(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const commandLine = readCommandLine(args, env);
  return commandLine.kind === 'run' ? commandLine.choices.dataFolder : defaultDataFolder(env);
}

/** The log is JSON, one object per line; any other line is meant for the person in front of the screen. */
function sortOut(output: Readable, log: (line: string) => void, show: (line: string) => void): void {
  createInterface({ input: output }).on('line', (line) => {
    (line.startsWith('{') ? log : show)(`${line}\n`);
  });
}

/** The ready line, or null when the host ended without one. */
async function waitForReady(output: Readable): Promise<Ready | null> {
  for await (const line of createInterface({ input: output })) {
    const ready = readyIn(line);
    if (ready === null) {
      process.stdout.write(`${line}\n`);
      continue;
    }
    output.resume();
    return ready;
  }
  return null;
}

function readyIn(line: string): Ready | null {
  try {
    const said: Ready & { event?: unknown } = JSON.parse(line);
    return said?.event === 'ready' ? said : null;
  } catch {
    return null;
  }
}
