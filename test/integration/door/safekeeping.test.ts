/** Backups, restore, export and import of the whole app, over restarts and between two machines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '#core/app.ts';
import { createCallbackListener } from '#server/callback/http.ts';
import { APP_SECRET, openDoor, readResult, testEnvironment, visitAs } from '../../support/door.ts';
import { filesHolding } from '../../support/files-under.ts';
import { scramblingVault } from '../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PASSWORD = 'ten and some more';

test('a removed account comes back with a restore, and the next phone is served', async () => {
  const door = await openDoor();
  await door.scan('follower');
  const { entry, app } = door;
  await app.accounts.remove(entry.accountId);
  expect(app.entries.list()).toEqual([]);
  const [latest] = app.safekeeping.backups();
  expect(latest).toMatchObject({ kind: 'change', accounts: 1, entries: 1, valid: true, version: '0.0.0' });
  await app.safekeeping.restore(latest?.name ?? '');
  expect(await door.scan('follower')).toMatchObject({ verdict: 'followed' });
  await door.close();

  const again = await createApp(testEnvironment(door.folder));
  onTestFinished(() => again.close());
  expect(again.accounts.get(entry.accountId).secretState).toBe('ok');
});

test('codes printed on one machine are answered by the machine that imported its settings', async () => {
  const door = await openDoor();
  const { text } = await door.app.safekeeping.export(PASSWORD);
  expect(text).not.toContain(APP_SECRET);

  const folder = temporaryFolder();
  const environment = { ...testEnvironment(folder), vault: scramblingVault('another machine') };
  const app = await createApp(environment);
  onTestFinished(() => app.close());
  const listener = createCallbackListener({ callback: app.callback, logger: environment.logger });
  const state = await app.host.listenWith(listener);
  if (state.state !== 'listening') throw new Error(state.code);
  await expect(
    app.safekeeping.import({ text, password: 'not the password', apply: true }),
  ).rejects.toMatchObject({ name: 'ImportRefused', kind: 'wrong_password' });
  await app.safekeeping.import({ text, password: PASSWORD, apply: true });
  const { key } = await visitAs(state.url, door.entry.id, 'follower');
  expect(await readResult(state.url, key)).toMatchObject({ verdict: 'followed' });
  expect(filesHolding(folder, 'not the password')).toEqual([]);
});

test('an upgrade keeps the settings of before and starts with the same ones', async () => {
  const door = await openDoor();
  await door.close();
  const before = readFileSync(join(door.folder, 'settings.json'), 'utf8');
  const upgraded = await createApp({ ...testEnvironment(door.folder), version: '0.1.0' });
  onTestFinished(() => upgraded.close());
  expect(upgraded.accounts.list()).toHaveLength(1);
  expect(readFileSync(join(door.folder, 'backups', 'before-0.1.0', 'settings.json'), 'utf8')).toBe(before);
  // The database's layout is the same: there is nothing to copy.
  expect(existsSync(join(door.folder, 'backups', 'before-0.1.0', 'scans.db'))).toBe(false);
  expect(upgraded.safekeeping.backups()).toContainEqual(
    expect.objectContaining({ name: 'before-0.1.0', kind: 'upgrade', version: '0.0.0', valid: true }),
  );
});
