/** What the desktop supplies to the core: the keychain, electron-store, the user's data folder, the sandbox. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App, SafeStorage } from 'electron';
import type { Environment } from '#core/environment.ts';
import { openSettings } from './settings-store.ts';
import { createVault } from './vault.ts';

/** Only after the app is ready. */
export function createDesktopEnvironment({
  app,
  safeStorage,
  logger,
  startSandbox,
}: Pick<Environment, 'logger' | 'startSandbox'> & { app: App; safeStorage: SafeStorage }): Environment {
  const dataFolder = app.getPath('userData');
  const vault = createVault(safeStorage, process.platform);
  return {
    version: app.getVersion(),
    dataFolder,
    capabilities: {
      // A keyring can be unlocked, or go away, while the app runs.
      get secretsInKeychain() {
        return vault.status().state === 'ok';
      },
      openExternal: true,
      boardWindow: true,
      kioskWindow: true,
      tray: true,
      tokenService: false,
    },
    vault,
    openSettings,
    clock: { now: () => Date.now() },
    logger,
    startSandbox,
    // A first run: later, an operator who deleted the sandbox does not want it back.
    wantsSandbox: !existsSync(join(dataFolder, 'settings.json')),
    overrides: {},
  };
}
