/**
 * Electron's runtime: where it is, how it is had, and whether it starts on this machine. The npm package holds
 * only a downloader; nothing it prints reaches the screen.
 * @see https://www.electronjs.org/docs/latest/tutorial/installation
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { HostFacts } from './decide-host.ts';

/** A line that stalls for longer is as good as none; the downloader gives up by itself when there is none. */
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const TRIAL_LIMIT_MS = 20_000;
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

export interface ElectronRuntime {
  /** The executable, or null while there is none. */
  path(): string | null;
  state(): 'present' | 'absent' | 'not_installed';
  /** True when the runtime is there afterwards. ELECTRON_MIRROR is honoured by Electron's own downloader. */
  download(): Promise<boolean>;
  /** Starts the executable as plain Node, which needs its libraries but no display. */
  try(): Promise<{ trial: Exclude<HostFacts['trial'], 'untried'>; detail: string | null }>;
}

/** `from` is a file of the project whose `electron` package is meant. */
export function findElectron(from: string, env: NodeJS.ProcessEnv): ElectronRuntime {
  const packageFolder = electronPackage(from);

  function path(): string | null {
    if (packageFolder === null) return null;
    const named = join(packageFolder, 'path.txt');
    const executable = existsSync(named)
      ? readFileSync(named, 'utf8')
      : (EXECUTABLES[process.platform] ?? 'electron');
    const found = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist'), executable);
    return existsSync(found) ? found : null;
  }

  return {
    path,
    state() {
      if (packageFolder === null) return 'not_installed';
      return path() === null ? 'absent' : 'present';
    },
    async download() {
      if (packageFolder === null || env.ELECTRON_OVERRIDE_DIST_PATH) return false;
      await finished(process.execPath, [join(packageFolder, 'install.js')], env, DOWNLOAD_LIMIT_MS);
      return path() !== null;
    },
    async try() {
      const executable = path();
      if (executable === null) return { trial: 'fails', detail: null };
      const plainNode = { ...env, ELECTRON_RUN_AS_NODE: '1' };
      const { code, errors } = await finished(executable, ['-e', '0'], plainNode, TRIAL_LIMIT_MS);
      if (code === 0) return { trial: 'starts', detail: null };
      const library = /loading shared librar\w+: ([^:\s]+)/.exec(errors)?.[1];
      return library ? { trial: 'missing_library', detail: library } : { trial: 'fails', detail: null };
    },
  };
}

function electronPackage(from: string): string | null {
  try {
    return dirname(createRequire(from).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Runs a program silently to its end, or to the limit; a program that cannot be run has no exit code. */
function finished(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limitMs: number,
): Promise<{ code: number | null; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: limitMs });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-8_000);
    });
    child.on('error', () => resolve({ code: null, errors }));
    child.on('close', (code) => resolve({ code, errors }));
  });
}
