/**
 * What the desktop specs run on: Electron's own runtime where it is installed and there is a display, else the
 * stand-in. Playwright finds either by itself; all that is decided here is ELECTRON_OVERRIDE_DIST_PATH.
 */
import { join } from 'node:path';
import { findElectron } from '#main/launch/electron-runtime.ts';

export type DesktopRuntime = 'electron' | 'stand-in';

const STAND_IN = join(import.meta.dirname, '../standin');

/** Decides, once for this process and those it starts: workers, and second instances that specs start themselves. */
export function chooseDesktopRuntime(): DesktopRuntime {
  const { env } = process;
  if (env.ELECTRON_OVERRIDE_DIST_PATH === STAND_IN) return 'stand-in';
  if (installedElectron() !== null && hasDisplay(env)) return 'electron';
  env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN;
  return 'stand-in';
}

/** One line for whoever reads the results. */
export function describeDesktopRuntime(runtime: DesktopRuntime): string {
  return runtime === 'electron'
    ? `Desktop specs run on Electron: ${desktopExecutable()}`
    : 'Desktop specs run on the stand-in (test/standin): Electron’s runtime is not installed, or there is no display.';
}

/** The executable that `_electron.launch()` starts too. */
export function desktopExecutable(): string {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH === STAND_IN) return join(STAND_IN, 'electron');
  const installed = installedElectron();
  if (installed === null) throw new Error('Electron’s runtime is not installed');
  return installed;
}

function installedElectron(): string | null {
  return findElectron(import.meta.filename, process.env).path();
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
