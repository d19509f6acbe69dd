/**
 * What the operating system draws for us, given Electron's own pieces: theme, menu and about box as the settings
 * say; tray and notifications as the core says. Decisions are in the pure modules this one wires up.
 */
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import {
  dialog,
  type App as ElectronApp,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  Tray,
} from 'electron';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import type { Command, Settings } from '#shared/model/host.ts';
import { aboutPanel } from './about.ts';
import { openAlarm } from './alarm.ts';
import type { SpokenLanguage } from './language.ts';
import { menuTemplate } from './menu.ts';
import { recoverPage } from './recovery.ts';
import { type ConsoleTray, openTray } from './tray.ts';
import type { Updates } from './updates.ts';

/** As electron-builder.config.ts has it. */
const APP_ID = 'app.followdesk.console';

export interface Native {
  /** Theme, menu and about box, now and after every change of the settings. */
  applySettings(settings: Settings): void;
  /** Tray and notifications, until they are closed. */
  openStatus(core: App): { close(): void };
  /** Brings a window's page back when it crashes or hangs. */
  watch(window: BrowserWindow): void;
}

export interface NativeDependencies {
  app: ElectronApp;
  /** Where icons are. */
  resources: string;
  spoken: SpokenLanguage;
  logger: Logger;
  /** Brings the console forward, and asks something of it. */
  show(command?: Command): void;
  openLogFolder(): void;
  /** Then nothing the system draws leads away from the desk. */
  isKiosk(): boolean;
  updates: Updates;
}

export function createNative({
  app,
  resources,
  openLogFolder,
  isKiosk,
  spoken,
  logger,
  show,
  updates,
}: NativeDependencies): Native {
  const mac = process.platform === 'darwin';
  const clock = { now: Date.now };
  const quit = (): void => (isKiosk() ? show() : app.quit());
  // macOS draws a template in the colour of its bar.
  const trayIcon = join(resources, mac ? 'trayTemplate.png' : 'tray.png');
  let tray: ConsoleTray | null = null;

  return {
    applySettings({ theme, language }) {
      nativeTheme.themeSource = theme;
      spoken.set(language);
      const facts = {
        language: spoken.now(),
        mac,
        packaged: app.isPackaged,
        kiosk: isKiosk(),
        automaticUpdates: updates.possible ? updates.automatic() : null,
      };
      const template = menuTemplate(facts, {
        goTo: (screen) => show({ kind: 'navigate', screen }),
        openPalette: () => show({ kind: 'palette' }),
        openLogFolder,
        showAbout: () => app.showAboutPanel(),
        checkForUpdates: () => void updates.checkNow(),
        setAutomaticUpdates: updates.setAutomatic,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      app.setAboutPanelOptions(
        aboutPanel({
          language: spoken.now(),
          platform: process.platform,
          version: app.getVersion(),
          electron: process.versions.electron ?? '',
          node: process.versions.node,
          dataFolder: app.getPath('userData'),
          icon: join(resources, 'icon-256.png'),
        }),
      );
      tray?.refresh();
    },
    openStatus(core) {
      // Windows shows notifications only of an app it knows by the installer's name for it.
      if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
      const opened = openTray({
        core,
        createTray: () => new Tray(nativeImage.createFromPath(trayIcon)),
        language: spoken.now,
        clock,
        logger,
        buildMenu: (template) => Menu.buildFromTemplate(template),
        actions: { open: () => show(), quit },
      });
      tray = opened;
      const alarm = openAlarm({
        changes: (signal) => core.scans.changes(undefined, signal),
        accountName: (id) => core.accounts.list().find((account) => account.id === id)?.name ?? null,
        language: spoken.now,
        clock,
        logger,
        notify: (options) => new Notification(options),
        onClick: () => show(),
      });
      return {
        close() {
          tray = null;
          alarm.close();
          opened.close();
        },
      };
    },
    watch(window) {
      recoverPage({
        contents: window.webContents,
        ask: (options) => dialog.showMessageBox(window, options),
        quit: () => app.quit(),
        language: spoken.now,
        clock,
        logger,
      });
    },
  };
}
