/** Starts the built app as Playwright users do: `_electron.launch()`, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { desktopExecutable } from './desktop-runtime.ts';

const PROJECT = join(import.meta.dirname, '../..');

export interface DesktopOptions {
  /** The data folder. */
  folder: string;
  /** A BCP 47 tag: the system's language, and the window's; Chinese unless said otherwise. */
  locale?: string | undefined;
  /** More arguments, as a link that starts the app is. */
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

export interface DesktopHost {
  app: ElectronApplication;
  /** The console's window. */
  page: Page;
  process: ChildProcess;
  /** Everything it wrote to stderr so far. */
  log(): string;
  /** Quits as a user would; answers the exit code. Safe to call when it is gone. */
  quit(): Promise<number | null>;
}

export async function startDesktopHost(options: DesktopOptions): Promise<DesktopHost> {
  const { folder, locale = 'zh-CN', args = [], env = {} } = options;
  const app = await _electron.launch({
    args: ['.', ...args],
    cwd: PROJECT,
    locale,
    // The theme is the app's to choose.
    colorScheme: null,
    env: environment(folder, locale, env),
  });
  // Not to be had from `app` once it is closed.
  const child = app.process();
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const page = await app.firstWindow();
  // As playwright.config.ts says of the browser.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    app,
    page,
    process: child,
    log: () => log,
    async quit() {
      if (child.exitCode === null && child.signalCode === null) await app.close();
      return child.exitCode;
    },
  };
}

/** Starts the app once more, as a double click would; answers how that process ended. */
export async function startAgain(options: DesktopOptions): Promise<number | null> {
  const { folder, locale = 'zh-CN', args = [], env = {} } = options;
  const child = spawn(desktopExecutable(), ['--no-sandbox', PROJECT, ...args], {
    cwd: PROJECT,
    env: environment(folder, locale, env),
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return code;
}

function environment(folder: string, locale: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const all = { ...process.env, LANGUAGE: locale.replace('-', '_'), ...env, FOLLOWDESK_USER_DATA: folder };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
