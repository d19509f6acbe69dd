/**
 * For the compiler only: whatever the stand-in offers has the shape electron.d.ts promises. Events are left out
 * (their overloads name Electron's own classes), and so are a few members by name, whose types are such classes.
 */

import type { clipboard } from './api/clipboard.ts';
import type { dialog } from './api/dialog.ts';
import type { Menu, MenuItem } from './api/menu.ts';
import type { nativeTheme } from './api/native-theme.ts';
import type { Notification } from './api/notification.ts';
import type { powerMonitor } from './api/power-monitor.ts';
import type { powerSaveBlocker } from './api/power-save-blocker.ts';
import type { safeStorage } from './api/safe-storage.ts';
import type { screen } from './api/screen.ts';
import type { shell } from './api/shell.ts';
import type { Tray } from './api/tray.ts';
import type { app } from './app/app.ts';
import type { commandLine } from './command-line.ts';
import type { BrowserWindow } from './window/browser-window.ts';
import type { DownloadItem } from './window/downloads.ts';
import type { MessagePortMain } from './window/ports.ts';
import type { protocol, session } from './window/session.ts';
import type { WebContents } from './window/web-contents.ts';

type Events = keyof NodeJS.EventEmitter;
/** The members both have, without events. */
type Shared<Real, Ours> = Pick<Real, Exclude<keyof Real & keyof Ours, Events>>;
type Conforms<Real, Ours extends Shared<Real, Ours>> = Ours;

export type Checks = [
  Conforms<Omit<Electron.App, 'commandLine' | 'dock' | 'whenReady'>, typeof app>,
  Conforms<Electron.CommandLine, typeof commandLine>,
  Conforms<Electron.Clipboard, typeof clipboard>,
  Conforms<Electron.Dialog, typeof dialog>,
  Conforms<Omit<Electron.Menu, 'items' | 'append' | 'getMenuItemById'>, Menu>,
  Conforms<Omit<Electron.MenuItem, 'submenu' | 'click' | 'role'>, MenuItem>,
  Conforms<Electron.NativeTheme, typeof nativeTheme>,
  Conforms<Electron.Notification, Notification>,
  Conforms<Electron.PowerMonitor, typeof powerMonitor>,
  Conforms<Electron.PowerSaveBlocker, typeof powerSaveBlocker>,
  Conforms<Electron.SafeStorage, typeof safeStorage>,
  Conforms<Electron.Screen, typeof screen>,
  Conforms<Electron.Shell, typeof shell>,
  Conforms<Electron.Tray, Tray>,
  Conforms<Electron.Protocol, typeof protocol>,
  Conforms<Omit<Electron.Session, 'protocol'>, typeof session.defaultSession>,
  Conforms<Omit<Electron.BrowserWindow, 'webContents'>, BrowserWindow>,
  Conforms<Omit<Electron.WebContents, 'session'>, WebContents>,
  Conforms<Electron.MessagePortMain, MessagePortMain>,
  Conforms<Electron.DownloadItem, DownloadItem>,
];
