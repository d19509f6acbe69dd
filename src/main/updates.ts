/**
 * Newer versions of FollowDesk. The rule: nobody is asked anything unless this build was given a place to ask and
 * the operator turned it on; nothing is downloaded or installed without a yes; a failure is for the log, and for the
 * screen only while the operator waits for an answer.
 * @see https://www.electron.build/auto-update
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App, MessageBoxOptions } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Logger } from '#core/environment.ts';
import type { Language } from '#shared/model/host.ts';
import { openUpdateChoice, type UpdateChoice } from './updates/choice.ts';
import { type UpdateNews, updateBox } from './updates/wording.ts';

const FIRST_CHECK_MS = 60_000;
const NEXT_CHECK_MS = 24 * 60 * 60_000;

/** Servers would tell installations apart by this header; every FollowDesk sends the same. */
const NOBODY = { 'x-user-staging-id': '00000000-0000-0000-0000-000000000000' };

/** As much of electron-updater as is used. */
export interface Updater
  extends Pick<
    AppUpdater,
    | 'autoDownload'
    | 'autoInstallOnAppQuit'
    | 'disableWebInstaller'
    | 'requestHeaders'
    | 'logger'
    | 'downloadUpdate'
    | 'quitAndInstall'
  > {
  /** Null when the updater considers itself switched off. */
  checkForUpdates(): Promise<{ isUpdateAvailable: boolean; updateInfo: { version: string } } | null>;
  once(event: 'error', listener: (error: Error) => void): unknown;
}

export interface Updates {
  /** False: this build was given no place to ask, so no menu should offer to. */
  readonly possible: boolean;
  /** Whether the operator turned on looking by itself. */
  automatic(): boolean;
  setAutomatic(on: boolean): void;
  /** The operator asks, and is told whatever comes of it. */
  checkNow(): Promise<void>;
  close(): void;
}

export interface UpdatesDependencies {
  possible: boolean;
  choice: UpdateChoice;
  /** Called once, at the first check: the updater does things by being loaded. */
  loadUpdater(): Promise<Updater>;
  ask(box: MessageBoxOptions): Promise<{ response: number }>;
  app: Pick<App, 'once' | 'quit' | 'exit'>;
  language(): Language;
  logger: Logger;
}

/** Looks a minute after the start and daily from then on, whenever that is turned on. */
export function createUpdates(dependencies: UpdatesDependencies): Updates {
  const { possible, choice, ask, app, language, logger } = dependencies;
  let updater: Promise<Updater> | null = null;
  let running: Promise<void> | null = null;
  let answerExpected = false;
  let refused: string | null = null;

  async function agreed(news: UpdateNews): Promise<boolean> {
    const box = updateBox(news, language());
    return (await ask(box)).response === 0;
  }

  async function look(): Promise<void> {
    updater ??= dependencies.loadUpdater().then(restrain);
    const source = await updater;
    const found = await source.checkForUpdates();
    if (!found?.isUpdateAvailable) {
      if (answerExpected) await agreed({ kind: 'current' });
      return;
    }
    const { version } = found.updateInfo;
    // Asked once per version and run; the operator can still ask.
    if (version === refused && !answerExpected) return;
    refused = version;
    if (!(await agreed({ kind: 'download', version }))) return;
    answerExpected = true;
    await source.downloadUpdate();
    if (await agreed({ kind: 'install', version })) quitThenInstall(source);
  }

  /** The installer starts when everything is closed: by then nothing can be lost to it. */
  function quitThenInstall(source: Updater): void {
    app.once('will-quit', (event) => {
      event.preventDefault();
      source.once('error', (error) => {
        report(error);
        app.exit(1);
      });
      source.quitAndInstall();
    });
    app.quit();
  }

  /** No message: an updater's quotes whole answers, headers included. */
  function report(error: unknown): void {
    const { name, code } = error as NodeJS.ErrnoException;
    logger.warn({ reason: code ?? name ?? 'unknown' }, 'the update failed');
  }

  function check(expectsAnswer: boolean): Promise<void> {
    answerExpected ||= expectsAnswer;
    running ??= look()
      .catch(async (error: unknown) => {
        report(error);
        if (answerExpected) await agreed({ kind: 'failed' });
      })
      .finally(() => {
        running = null;
        answerExpected = false;
      });
    return running;
  }

  function checkQuietly(): void {
    if (choice.on()) void check(false);
  }

  const timers = possible
    ? [setTimeout(checkQuietly, FIRST_CHECK_MS).unref(), setInterval(checkQuietly, NEXT_CHECK_MS).unref()]
    : [];

  return {
    possible,
    automatic: choice.on,
    setAutomatic: choice.turn,
    checkNow: () => (possible ? check(true) : Promise.resolve()),
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** The updater, doing nothing of its own accord and saying nothing by itself. */
function restrain(updater: Updater): Updater {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.requestHeaders = NOBODY;
  updater.logger = null;
  return updater;
}

/** Whether this build was given a place to ask: electron-builder leaves a file with the address. */
export function hasUpdateFeed(packaged: boolean, resourcesFolder: string): boolean {
  return packaged && existsSync(join(resourcesFolder, 'app-update.yml'));
}

/** Updates as the desktop has them. Only after the app is ready. */
export function openUpdates({
  app,
  ...rest
}: Pick<UpdatesDependencies, 'ask' | 'language' | 'logger'> & { app: App }): Updates {
  return createUpdates({
    ...rest,
    app,
    possible: hasUpdateFeed(app.isPackaged, process.resourcesPath),
    choice: openUpdateChoice(join(app.getPath('userData'), 'updates.json')),
    // CommonJS whose exports Node cannot name, so they are all on `default`.
    loadUpdater: async () => (await import('electron-updater')).default.autoUpdater,
  });
}
