/**
 * The desktop's composition root: what is opened, in order, and closed again on quitting. It differs from the
 * headless root only in vault, data folder, who serves the console, and what the operating system draws.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  type MessageBoxOptions,
  powerMonitor,
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
import { boardOnly, createRouter } from '#server/router/router.ts';
import type { Command } from '#shared/model/host.ts';
import { openConsolePorts } from './console-port.ts';
import { createDesktopEnvironment } from './environment.ts';
import { ConsoleMissing, describeStartFailure, isForeseen } from './errors.ts';
import { EXPLAINED } from './exit-codes.ts';
import { guardPages, guardPermissions } from './guards.ts';
import { createKiosk } from './kiosk.ts';
import { createSpokenLanguage } from './language.ts';
import { createLinks, linkIn, receiveLinks } from './links.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import { explainMishaps } from './mishap.ts';
import { createNative } from './native.ts';
import { applySettings } from './native-settings.ts';
import { CONSOLE_SCHEME } from './navigation.ts';
import { lockOnLeaving } from './power.ts';
import { quitInOrder } from './quit.ts';
import { consoleScheme, createConsoleHandler } from './scheme.ts';
import { openUpdates } from './updates.ts';
import { createWindows } from './windows.ts';

const files = {
  renderer: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  resources: join(import.meta.dirname, '../../resources'),
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
  const ground = layGround();
  app
    .whenReady()
    .then(() => start(ground))
    .catch(ground.explainAndExit);
} else {
  app.quit();
}

/** What must be there before the app is ready: the log, the language, the links that start us, and errors explained. */
function layGround() {
  const file = openLogFile(join(app.getPath('userData'), 'logs'));
  const logger = createLog(file);
  const spoken = createSpokenLanguage(() => app.getPreferredSystemLanguages());
  const links = createLinks(logger);
  receiveLinks(app, links, process.argv);
  const mishaps = explainMishaps({
    process,
    ready: app.whenReady(),
    ask: (box) => dialog.showMessageBox(box),
    copy: (text) => clipboard.writeText(text),
    openLogFolder: () => openLogFolder(logger),
    quit: () => app.quit(),
    language: spoken.now,
    logFile: file.path,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
    logger,
  });

  function explainAndExit(error: unknown): void {
    logger.error(isForeseen(error) ? { reason: error.name } : { err: error }, 'FollowDesk could not start');
    const facts = { language: spoken.now(), dataFolder: app.getPath('userData') };
    const { title, content } = describeStartFailure(error, facts);
    dialog.showErrorBox(title, content);
    app.exit(EXPLAINED);
  }
  return { logger, spoken, links, mishaps, explainAndExit };
}

async function start({ logger, spoken, links, mishaps, explainAndExit }: ReturnType<typeof layGround>) {
  guardPages(app, { openExternal: (address) => shell.openExternal(address), logger });
  guardPermissions(session.defaultSession);
  protocol.handle(CONSOLE_SCHEME, createConsoleHandler(files.renderer));

  if (!existsSync(join(files.renderer, 'index.html'))) throw new ConsoleMissing();

  const core = await createApp(createDesktopEnvironment({ app, safeStorage, logger, startSandbox }));
  const ask = (box: MessageBoxOptions) => dialog.showMessageBox(box);
  const updates = openUpdates({ app, ask, language: spoken.now, logger });
  const kiosk = createKiosk(core.lock);
  const native = createNative({
    isKiosk: kiosk.isOn,
    updates,
    app,
    resources: files.resources,
    spoken,
    logger,
    show,
    openLogFolder: () => openLogFolder(logger),
  });
  const host = applySettings(core.host, native.applySettings);
  await host.listenWith(createCallbackListener({ callback: core.callback, logger }));
  const status = native.openStatus(core);
  core.lock.onKiosk(() => native.applySettings(core.host.settings()));
  lockOnLeaving(powerMonitor, core.lock.lock);

  const windows = createWindows({
    folder: app.getPath('userData'),
    preload: files.preload,
    icon: join(files.resources, 'icon.png'),
    packaged: app.isPackaged,
    watch: native.watch,
    hold: kiosk.hold,
  });
  const board = { ...core.board, openWindow: () => windows.openBoard(spoken.now()) };
  const router = createRouter({ ...core, host, board }, logger);
  const ports = openConsolePorts({
    ipcMain,
    logger,
    serve: (port) => serveConsolePort(router, port),
    serveBoard: (port) => serveConsolePort(boardOnly(router), port),
  });
  quitInOrder(app, {
    logger,
    async close() {
      mishaps.quieten();
      kiosk.close();
      updates.close();
      status.close();
      ports.close();
      await core.close();
    },
  });

  app.on('second-instance', (_event, argv) => {
    show();
    const link = linkIn(argv);
    if (link !== null) links.open(link);
  });
  app.on('activate', () => show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await windows.openConsole();
  links.deliverTo(show);

  /** One window, brought forward or opened again; a command sent before its page listens waits for it. */
  function show(command?: Command): void {
    if (command && !kiosk.isOn()) core.host.commands.send(command);
    windows.showConsole().catch(explainAndExit);
  }
}

async function startSandbox(): Promise<RunningSandbox> {
  const { startSimulator } = await import('#simulator/platform.ts');
  const { url, apps, close } = await startSimulator();
  const [first] = apps;
  if (first === undefined) throw new Error('the simulator has no app');
  return { url, appId: first.appId, appSecret: first.appSecret, close };
}

function openLogFolder(logger: Logger): void {
  shell.openPath(join(app.getPath('userData'), 'logs')).then(
    (refusal) => refusal !== '' && logger.warn({ refusal }, 'the log folder did not open'),
    (error: unknown) => logger.warn({ err: error }, 'the log folder did not open'),
  );
}

function createLog(file: LogFile): Logger {
  // A terminal that has gone away must not be an error of its own.
  process.stderr.on('error', () => undefined);
  return createLogger((line) => {
    file.write(line);
    if (!app.isPackaged) process.stderr.write(line);
  });
}
