/**
 * The desktop's composition root: what is opened, in order, and closed again on quitting. It differs from the
 * headless root only in vault, data folder, and who serves the console.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { createApp } from '#core/app.ts';
import type { Logger, RunningSandbox } from '#core/environment.ts';
import { createCallbackListener } from '#server/callback/http.ts';
import { serveConsolePort } from '#server/console/port.ts';
import { createLogger } from '#server/logger.ts';
import { createRouter } from '#server/router/router.ts';
import type { Settings } from '#shared/model/host.ts';
import { openConsolePorts } from './console-port.ts';
import { createDesktopEnvironment } from './environment.ts';
import { ConsoleMissing, describeStartFailure, isForeseen } from './errors.ts';
import { EXPLAINED } from './exit-codes.ts';
import { guardPages, guardPermissions } from './guards.ts';
import { chooseLanguage } from './language.ts';
import { openLogFile } from './log-file.ts';
import { menuTemplate } from './menu.ts';
import { applySettings } from './native-settings.ts';
import { CONSOLE_SCHEME } from './navigation.ts';
import { quitInOrder } from './quit.ts';
import { consoleScheme, createConsoleHandler } from './scheme.ts';
import { bringForward, openConsoleWindow } from './window.ts';

const files = {
  renderer: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  icon: join(import.meta.dirname, '../../resources/icon.png'),
};

// Before anything asks where the data is; the lock below belongs to one data folder.
if (process.env.FOLLOWDESK_USER_DATA) {
  const folder = resolve(process.env.FOLLOWDESK_USER_DATA);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([consoleScheme]);
  const logger = openLog();
  app
    .whenReady()
    .then(() => start(logger))
    .catch((error) => explainAndExit(error, logger));
} else {
  app.quit();
}

async function start(logger: Logger): Promise<void> {
  guardPages(app, { openExternal: (address) => shell.openExternal(address), logger });
  guardPermissions(session.defaultSession);
  protocol.handle(CONSOLE_SCHEME, createConsoleHandler(files.renderer));

  if (!existsSync(join(files.renderer, 'index.html'))) throw new ConsoleMissing();

  const core = await createApp(createDesktopEnvironment({ app, safeStorage, logger, startSandbox }));
  const host = applySettings(core.host, drawNatively);
  await host.listenWith(createCallbackListener({ callback: core.callback, logger }));

  const router = createRouter({ ...core, host }, logger);
  const ports = openConsolePorts({ ipcMain, logger, serve: (port) => serveConsolePort(router, port) });
  quitInOrder(app, {
    logger,
    async close() {
      ports.close();
      await core.close();
    },
  });
  followWindows(logger);
  await openWindow();
}

function openWindow(): Promise<BrowserWindow> {
  return openConsoleWindow({ ...files, folder: app.getPath('userData'), packaged: app.isPackaged });
}

async function startSandbox(): Promise<RunningSandbox> {
  const { startSimulator } = await import('#simulator/platform.ts');
  const { url, apps, close } = await startSimulator();
  const [first] = apps;
  if (first === undefined) throw new Error('the simulator has no app');
  return { url, appId: first.appId, appSecret: first.appSecret, close };
}

/** One window: a second start brings it forward (and a link it was started with is not ours to follow). */
function followWindows(logger: Logger): void {
  function showWindow(): void {
    const [window] = BrowserWindow.getAllWindows();
    if (window) bringForward(window);
    else openWindow().catch((error) => explainAndExit(error, logger));
  }
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

function drawNatively(settings: Settings): void {
  nativeTheme.themeSource = settings.theme;
  const language = chooseLanguage(settings.language, app.getPreferredSystemLanguages());
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ language, mac, packaged: app.isPackaged })));
}

function openLog(): Logger {
  const file = openLogFile(join(app.getPath('userData'), 'logs'));
  return createLogger((line) => {
    file.write(line);
    if (!app.isPackaged) process.stderr.write(line);
  });
}

function explainAndExit(error: unknown, logger: Logger): void {
  logger.error(isForeseen(error) ? { reason: error.name } : { err: error }, 'FollowDesk could not start');
  const language = chooseLanguage('auto', app.getPreferredSystemLanguages());
  const { title, content } = describeStartFailure(error, { language, dataFolder: app.getPath('userData') });
  dialog.showErrorBox(title, content);
  app.exit(EXPLAINED);
}
