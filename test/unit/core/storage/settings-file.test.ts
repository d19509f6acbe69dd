/** The settings file: what is written, what is kept of earlier versions, and what becomes of one that cannot be read. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function open(dataFolder: string) {
  return openSettingsFile({ dataFolder, openSettings: plainSettingsStore, clock: manualClock() });
}

function withPort(callbackPort: number) {
  return (data: ReturnType<ReturnType<typeof open>['data']>) => ({
    ...data,
    settings: { ...data.settings, callbackPort },
  });
}

test('a new folder starts with the defaults', () => {
  const file = open(temporaryFolder());
  expect(file.data()).toMatchObject({
    version: 1,
    accounts: [],
    entries: [],
    settings: { language: 'auto' },
  });
  expect(file.notice).toBeNull();
});

test('what is changed is there the next time', () => {
  const folder = temporaryFolder();
  open(folder).change(withPort(8080));
  expect(open(folder).data().settings.callbackPort).toBe(8080);
});

test.each(['{"version":1,"accounts":[', '', '[]', '{"version":1,"accounts":"none"}'])(
  'a corrupt file (%j) is put aside and the last valid one comes back',
  (corrupt) => {
    const folder = temporaryFolder();
    const file = open(folder);
    file.change(withPort(8080));
    file.change(withPort(9090));
    writeFileSync(join(folder, 'settings.json'), corrupt);
    const mended = open(folder);
    expect(mended.data().settings.callbackPort).toBe(9090);
    expect(mended.notice).toBe('settings_restored');
    const aside = readdirSync(join(folder, 'backups')).find((name) => name.startsWith('corrupt-'));
    expect(readFileSync(join(folder, 'backups', aside ?? ''), 'utf8')).toBe(corrupt);
    expect(open(folder).notice).toBeNull();
  },
);

test('without a valid version it starts anew and says so', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), 'not json');
  expect(open(folder).notice).toBe('settings_lost');
});

test('settings of a newer FollowDesk are put aside untouched, and the latest readable version is in force', () => {
  const folder = temporaryFolder();
  open(folder).change(withPort(8080));
  const newer = '{"version":2,"appVersion":"9.0.0","accounts":{"by":"id"}}';
  writeFileSync(join(folder, 'settings.json'), newer);
  const file = open(folder);
  expect(file.notice).toBe('settings_newer');
  expect(file.data().settings.callbackPort).toBe(8080);
  const aside = readdirSync(join(folder, 'backups')).find((name) => name.startsWith('newer-'));
  expect(readFileSync(join(folder, 'backups', aside ?? ''), 'utf8')).toBe(newer);
  file.change(withPort(9090));
  expect(open(folder).data().settings.callbackPort).toBe(9090);
});

test('five versions are kept, the newest among them', () => {
  const folder = temporaryFolder();
  const file = open(folder);
  for (let port = 1; port <= 12; port += 1) file.change(withPort(port));
  const kept = readdirSync(join(folder, 'backups')).sort();
  expect(kept).toHaveLength(5);
  expect(readFileSync(join(folder, 'backups', kept.at(-1) ?? ''), 'utf8')).toContain('"callbackPort":12');
});

test('a refused write changes nothing', () => {
  const dataFolder = temporaryFolder();
  const file = openSettingsFile({
    dataFolder,
    clock: manualClock(),
    openSettings: () => ({
      read: () => ({}),
      write() {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    }),
  });
  expect(() => file.change(withPort(8080))).toThrow(
    expect.objectContaining({ name: 'StorageFailed', kind: 'full' }),
  );
  expect(file.data().settings.callbackPort).toBe(0);
  expect(existsSync(join(dataFolder, 'settings.json'))).toBe(false);
});
