/** Makes `require('electron')` and `import … from 'electron'` answer with the stand-in, in the app and its packages. */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clipboard } from './api/clipboard.ts';
import { dialog } from './api/dialog.ts';
import { Menu, MenuItem } from './api/menu.ts';
import { nativeImage } from './api/native-image.ts';
import { nativeTheme } from './api/native-theme.ts';
import { Notification } from './api/notification.ts';
import { powerMonitor } from './api/power-monitor.ts';
import { powerSaveBlocker } from './api/power-save-blocker.ts';
import { safeStorage } from './api/safe-storage.ts';
import { screen } from './api/screen.ts';
import { shell } from './api/shell.ts';
import { Tray } from './api/tray.ts';
import { app } from './app/app.ts';
import { absent, strict } from './strict.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { ipcMain } from './window/ipc-main.ts';
import { protocol, session } from './window/session.ts';
import { webContents } from './window/web-contents.ts';

/** What Electron's main process offers beside; touching one says so. */
const ABSENT = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'ClipboardItem',
  'contentTracing',
  'contextBridge',
  'crashReporter',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'ipcRenderer',
  'MessageChannelMain',
  'net',
  'netLog',
  'parentPort',
  'pushNotifications',
  'ShareMenu',
  'sharedTexture',
  'systemPreferences',
  'TouchBar',
  'utilityProcess',
  'View',
  'webFrame',
  'webFrameMain',
  'webUtils',
  'WebContentsView',
];

const PLACE = Symbol.for('followdesk.electron-standin');
const SPECIFIER = /^electron(\/(main|common))?$/;
/** Made up: CommonJS wants a file's address. */
const ADDRESS = pathToFileURL(join(import.meta.dirname, 'electron-standin.')).href;

export function offerElectron(): void {
  const electron: Record<string, unknown> = {
    ...{ app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeImage, nativeTheme },
    ...{
      Notification,
      powerMonitor,
      powerSaveBlocker,
      protocol,
      safeStorage,
      screen,
      session,
      shell,
      Tray,
      webContents,
    },
    ...Object.fromEntries(ABSENT.map((name) => [name, absent(name)])),
  };
  Object.assign(globalThis, { [PLACE]: strict('electron', electron) });

  const found = `globalThis[Symbol.for('${PLACE.description}')]`;
  const commonjs = `module.exports = ${found};`;
  const module = `const electron = ${found};
    export default electron;
    export const { ${Object.keys(electron).join(', ')} } = electron;`;
  registerHooks({
    resolve(specifier, context, next) {
      if (!SPECIFIER.test(specifier)) return next(specifier, context);
      const format = context.conditions.includes('import') ? 'module' : 'commonjs';
      return { url: ADDRESS + format, format, shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.startsWith(ADDRESS)) return next(url, context);
      const format = url === `${ADDRESS}module` ? 'module' : 'commonjs';
      return { format, source: format === 'module' ? module : commonjs, shortCircuit: true };
    },
  });
}
