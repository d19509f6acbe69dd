/** Updates: silent unless possible and wanted, never without a yes, and never in the way. */
import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openUpdateChoice } from '#main/updates/choice.ts';
import { createUpdates, hasUpdateFeed, type Updater } from '#main/updates.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const A_DAY_MS = 24 * 60 * 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An updater that offers `version` (null: nothing), and an operator who presses `answers` in order. */
function desktop({
  version = null,
  answers = [],
  possible = true,
  wanted = true,
}: {
  version?: string | null;
  answers?: number[];
  possible?: boolean;
  wanted?: boolean;
}) {
  const calls: string[] = [];
  const boxes: MessageBoxOptions[] = [];
  const logger = recordingLogger();
  const electron = new EventEmitter();
  const events = new EventEmitter();
  const updater: Updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    disableWebInstaller: false,
    requestHeaders: null,
    logger: console,
    once: events.once.bind(events),
    checkForUpdates: vi.fn(async () => {
      calls.push('check');
      return { isUpdateAvailable: version !== null, updateInfo: { version: version ?? '0.1.0' } };
    }),
    async downloadUpdate() {
      calls.push('download');
      return [];
    },
    quitAndInstall: () => void calls.push('install'),
  };
  const choice = openUpdateChoice(join(temporaryFolder(), 'updates.json'));
  choice.turn(wanted);
  const updates = createUpdates({
    possible,
    choice,
    logger,
    language: () => 'en',
    async loadUpdater() {
      calls.push('load');
      return updater;
    },
    async ask(box) {
      boxes.push(box);
      return { response: answers.shift() ?? box.cancelId ?? 1 };
    },
    app: {
      once: electron.once.bind(electron) as Electron.App['once'],
      // As Electron does once everything is closed.
      quit: () => electron.emit('will-quit', { preventDefault: () => calls.push('held') }),
      exit: (code) => void calls.push(`exit ${code}`),
    },
  });
  return { updates, updater, events, calls, boxes, log: logger.lines };
}

test('a build without an address asks nobody, whoever wants it', async () => {
  const { updates, calls, boxes } = desktop({ possible: false, version: '0.2.0' });
  await vi.advanceTimersByTimeAsync(3 * A_DAY_MS);
  await updates.checkNow();
  expect([calls, boxes]).toEqual([[], []]);
});

test('off: never by itself, but when the operator asks', async () => {
  const { updates, calls, boxes } = desktop({ wanted: false });
  await vi.advanceTimersByTimeAsync(3 * A_DAY_MS);
  expect(calls).toEqual([]);
  await updates.checkNow();
  expect(calls).toEqual(['load', 'check']);
  expect(boxes).toMatchObject([{ message: 'FollowDesk is up to date', buttons: ['OK'] }]);
});

test('on: after a minute and daily, without a word while there is nothing new', async () => {
  const { updates, updater, calls, boxes } = desktop({});
  await vi.advanceTimersByTimeAsync(2 * A_DAY_MS + 60_000);
  expect(calls).toEqual(['load', 'check', 'check', 'check']);
  expect(boxes).toEqual([]);
  expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, logger: null });
  expect(Object.values(updater.requestHeaders ?? {})).toEqual(['00000000-0000-0000-0000-000000000000']);
  updates.setAutomatic(false);
  await vi.advanceTimersByTimeAsync(2 * A_DAY_MS);
  updates.setAutomatic(true);
  updates.close();
  await vi.advanceTimersByTimeAsync(2 * A_DAY_MS);
  expect(calls).toHaveLength(4);
});

test('asks before the download and before the installation, which waits until everything is closed', async () => {
  const { updates, calls, boxes } = desktop({ version: '0.2.0', answers: [0, 0] });
  await updates.checkNow();
  expect(boxes.map(({ message }) => message)).toEqual([
    'FollowDesk 0.2.0 is available',
    'FollowDesk 0.2.0 is downloaded',
  ]);
  expect(calls).toEqual(['load', 'check', 'download', 'held', 'install']);
});

test('an installation that fails ends the closed app', async () => {
  const { updates, events, calls, log } = desktop({ version: '0.2.0', answers: [0, 0] });
  await updates.checkNow();
  events.emit('error', Object.assign(new Error('planted detail'), { code: 'ERR_UPDATER' }));
  expect(calls.at(-1)).toBe('exit 1');
  expect(log.join()).toContain('ERR_UPDATER');
});

test('later is later: closing the box downloads nothing, and nobody is asked again but on request', async () => {
  const { updates, calls, boxes } = desktop({ version: '0.2.0' });
  await vi.advanceTimersByTimeAsync(3 * A_DAY_MS);
  expect(boxes).toHaveLength(1);
  expect(boxes[0]).toMatchObject({ buttons: ['Download', 'Later'], defaultId: 1, cancelId: 1 });
  await updates.checkNow();
  expect(boxes).toHaveLength(2);
  expect(calls).not.toContain('download');
});

test('a failure is for the log; who waits for an answer gets one box, who does not gets none', async () => {
  const { updates, updater, boxes, log } = desktop({});
  const failure = Object.assign(new Error('Headers: {"set-cookie":"planted"}'), { code: 'HTTP_ERROR_500' });
  vi.mocked(updater.checkForUpdates).mockRejectedValue(failure);
  await vi.advanceTimersByTimeAsync(3 * A_DAY_MS);
  expect(boxes).toEqual([]);
  expect(log.filter((line) => line.includes('HTTP_ERROR_500'))).toHaveLength(4);
  await Promise.all([updates.checkNow(), updates.checkNow()]);
  expect(boxes).toMatchObject([{ message: 'FollowDesk could not be updated' }]);
  expect(log.join()).not.toContain('planted');
});

test('the choice is kept, and anything but a plain yes is no', () => {
  const file = join(temporaryFolder(), 'updates.json');
  expect(openUpdateChoice(file).on()).toBe(false);
  openUpdateChoice(file).turn(true);
  expect(openUpdateChoice(file).on()).toBe(true);
  for (const spoiled of ['', 'null', '{"check":"yes"}', readFileSync(file, 'utf8').slice(0, -4)]) {
    writeFileSync(file, spoiled);
    expect(openUpdateChoice(file).on()).toBe(false);
  }
  const unwritable = openUpdateChoice(join(file, 'below-a-file.json'));
  unwritable.turn(true);
  expect(unwritable.on()).toBe(true);
});

test('an address is there only in a packaged build that was given one', () => {
  const resources = temporaryFolder();
  expect(hasUpdateFeed(true, resources)).toBe(false);
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n');
  expect(hasUpdateFeed(true, resources)).toBe(true);
  expect(hasUpdateFeed(false, resources)).toBe(false);
});
