/** What is kept before another version takes over: once, for the last three, with the database when it changes. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createUpgrade } from '#core/storage/upgrade.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { makeReleasedDatabase } from '../../../support/released-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A start of this version, as createApp makes it; answers what is kept afterwards. */
function start(dataFolder: string, version: string): string[] {
  const logger = recordingLogger();
  const upgrade = createUpgrade({ dataFolder, version, logger });
  const database = openDatabase(join(dataFolder, 'scans.db'), dataFolder, upgrade.keepDatabase);
  database.close();
  upgrade.keepSettings();
  const file = openSettingsFile({ dataFolder, openSettings: plainSettingsStore, clock: manualClock() });
  upgrade.noteVersion(file);
  expect(logger.lines).toEqual([]);
  return kept(dataFolder);
}

function kept(dataFolder: string): string[] {
  return readdirSync(join(dataFolder, 'backups'))
    .filter((name) => name.startsWith('before-'))
    .sort();
}

/** The folder as the first release left it: no note of a version, and the first layout of the database. */
function firstRelease(): string {
  const folder = temporaryFolder();
  start(folder, '1.0.0');
  writeFileSync(join(folder, 'settings.json'), '{"version":1,"settings":{"callbackPort":8080}}');
  rmSync(join(folder, 'scans.db'));
  makeReleasedDatabase(folder, 1, `CREATE TABLE planted (word TEXT); INSERT INTO planted VALUES ('before')`);
  return folder;
}

test('a new folder has nothing to keep, and neither has the second start of one version', () => {
  const folder = temporaryFolder();
  expect(start(folder, '1.0.0')).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).appVersion).toBe('1.0.0');
  expect(start(folder, '1.0.0')).toEqual([]);
});

test('before an upgrade the settings and the database are kept as they were', () => {
  const folder = firstRelease();
  const settings = readFileSync(join(folder, 'settings.json'), 'utf8');
  expect(start(folder, '1.1.0')).toEqual(['before-1.1.0']);
  const copies = join(folder, 'backups', 'before-1.1.0');
  expect(readFileSync(join(copies, 'settings.json'), 'utf8')).toBe(settings);
  const copy = new DatabaseSync(join(copies, 'scans.db'), { readOnly: true });
  onTestFinished(() => copy.close());
  expect(copy.prepare('SELECT word FROM planted').get()).toEqual({ word: 'before' });
  expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  expect(statSync(join(copies, 'scans.db')).mode & 0o077).toBe(0);
  expect(start(folder, '1.1.0')).toEqual(['before-1.1.0']);
});

test('a start that was interrupted goes on with the copies it made', () => {
  const folder = firstRelease();
  const upgrade = createUpgrade({ dataFolder: folder, version: '1.1.0', logger: recordingLogger() });
  openDatabase(join(folder, 'scans.db'), folder, upgrade.keepDatabase).close();
  expect(start(folder, '1.1.0')).toEqual(['before-1.1.0']);
  expect(existsSync(join(folder, 'backups', 'before-1.1.0', 'scans.db'))).toBe(true);
});

test('the last three are kept; going back and forth never overwrites one', () => {
  const folder = firstRelease();
  for (const version of ['1.1.0', '1.2.0', '1.1.0', '1.3.0']) start(folder, version);
  expect(kept(folder)).toEqual(['before-1.1.0_2', 'before-1.2.0', 'before-1.3.0']);
});

test('a database that cannot be copied is logged and does not stop the upgrade', () => {
  const folder = firstRelease();
  const logger = recordingLogger();
  const upgrade = createUpgrade({ dataFolder: folder, version: '1.1.0', logger });
  const copies = join(folder, 'backups', 'before-1.1.0');
  mkdirSync(join(copies, 'scans.db.new'), { recursive: true });
  copyFileSync(join(folder, 'settings.json'), join(copies, 'settings.json'));
  const database = openDatabase(join(folder, 'scans.db'), folder, upgrade.keepDatabase);
  expect(database.prepare('PRAGMA user_version').get()).not.toEqual({ user_version: 1 });
  database.close();
  expect(logger.lines.join()).toContain('could not be copied');
});
