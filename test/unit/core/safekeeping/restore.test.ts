/** Going back to an earlier version: all of it or nothing, with a way forward again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesHolding } from '../../../support/files-under.ts';
import { openSafekeeping, PLANTED } from '../../../support/open-safekeeping.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

test('the present is left out of the list, and every earlier change is in it, the latest first', () => {
  const { safekeeping, fill } = openSafekeeping();
  fill();
  expect(safekeeping.backups()).toMatchObject([
    { name: 'settings-00000003.json', kind: 'change', accounts: 1, entries: 2, valid: true },
    { name: 'settings-00000002.json', accounts: 1, entries: 1 },
    { name: 'settings-00000001.json', accounts: 1, entries: 0 },
  ]);
});

test('a removed account comes back with its secrets, and there is a way forward again', async () => {
  const { safekeeping, accounts, entries, fill, changed } = openSafekeeping();
  const { account } = fill();
  accounts.remove(account.id);
  changed.length = 0;
  const [latest] = safekeeping.backups();
  await safekeeping.restore(latest?.name ?? '');
  expect(accounts.list()).toEqual([account]);
  expect(entries.list()).toHaveLength(2);
  expect(accounts.credentials(account.id).appSecret).toBe(PLANTED.appSecret);
  expect(changed).toEqual([account.id]);
  await safekeeping.restore(safekeeping.backups().find((backup) => backup.accounts === 0)?.name ?? '');
  expect(accounts.list()).toEqual([]);
});

test('what is restored is there after a restart', async () => {
  const here = openSafekeeping();
  const { account } = here.fill();
  here.accounts.update(account.id, { name: 'Renamed' });
  await here.safekeeping.restore(here.safekeeping.backups()[0]?.name ?? '');
  expect(openSafekeeping(here.dataFolder).accounts.list()).toEqual([account]);
});

test('this machine’s own stays: the state key, the decision about the keychain, the version', async () => {
  const { safekeeping, file, decide, fill } = openSafekeeping();
  fill();
  decide('memory');
  file.change((data) => ({ ...data, sealedStateKey: 'sealed:test:a2V5', appVersion: '1.2.3' }));
  await safekeeping.restore('settings-00000003.json');
  expect(file.data()).toMatchObject({
    sealedStateKey: 'sealed:test:a2V5',
    appVersion: '1.2.3',
    settings: { withoutKeychain: 'memory' },
  });
});

test('the callback listener goes along, before anything is changed', async () => {
  const { safekeeping, file, moved, fill } = openSafekeeping();
  fill();
  await safekeeping.restore('settings-00000003.json');
  expect(moved).toEqual([{ callbackHost: '127.0.0.1', callbackPort: 0 }]);
  expect(file.data().settings.callbackPort).toBe(0);
});

test('secrets held in memory are in no backup, and are not lost by a restore', async () => {
  const here = openSafekeeping(undefined, scramblingVault('test', 'unavailable'));
  here.decide('memory');
  const { account } = here.fill();
  here.accounts.update(account.id, { name: 'Renamed' });
  await here.safekeeping.restore(here.safekeeping.backups()[0]?.name ?? '');
  expect(here.accounts.list()).toEqual([account]);
  expect(here.accounts.credentials(account.id)).toMatchObject({
    appSecret: PLANTED.appSecret,
    sharedToken: { bearer: PLANTED.bearer },
  });
  expect(filesHolding(here.dataFolder, PLANTED.appSecret)).toEqual([]);
});

test('a backup whose weakly sealed secrets were taken off the disk comes back with those of now', async () => {
  const here = openSafekeeping(undefined, scramblingVault('test', 'weak'));
  here.decide('weak');
  const { account } = here.fill();
  here.accounts.update(account.id, { name: 'Renamed' });
  here.decide('memory');
  here.decide('weak');
  const before = here.safekeeping.backups().find(({ name }) => name === 'settings-00000005.json');
  await here.safekeeping.restore(before?.name ?? '');
  expect(here.accounts.list()).toEqual([account]);
  expect(here.accounts.credentials(account.id).appSecret).toBe(PLANTED.appSecret);
});

test('a weakly sealed backup that comes back is taken off the disk where memory was chosen', async () => {
  const here = openSafekeeping(undefined, scramblingVault('test', 'weak'));
  here.decide('weak');
  const { account } = here.fill();
  const kept = readFileSync(join(here.dataFolder, 'settings.json'), 'utf8');
  here.decide('memory');
  writeFileSync(join(here.dataFolder, 'backups', 'settings-00000001.json'), kept);
  await here.safekeeping.restore('settings-00000001.json');
  expect(here.accounts.get(account.id)).toMatchObject({ secretState: 'ok', secretVolatile: true });
  for (const secret of Object.values(PLANTED)) expect(filesHolding(here.dataFolder, secret)).toEqual([]);
});

test('an upgrade’s copy and one of a newer FollowDesk are listed, and only what can be read is restored', async () => {
  const { safekeeping, accounts, dataFolder, fill } = openSafekeeping();
  fill();
  for (const [name, text] of [
    ['before-2.0.0', readFileSync(join(dataFolder, 'settings.json'), 'utf8')],
    ['before-1.2.3', '{"version":2,"appVersion":"9.0.0"}'],
  ] as const) {
    mkdirSync(join(dataFolder, 'backups', name));
    writeFileSync(join(dataFolder, 'backups', name, 'settings.json'), text);
  }
  const upgrades = safekeeping.backups().filter(({ kind }) => kind === 'upgrade');
  expect(upgrades).toContainEqual(
    expect.objectContaining({ name: 'before-1.2.3', version: '9.0.0', valid: false, accounts: 0 }),
  );
  await expect(safekeeping.restore('before-1.2.3')).rejects.toMatchObject({
    name: 'NotFound',
    kind: 'backup',
  });
  for (const { id } of accounts.list()) accounts.remove(id);
  await safekeeping.restore('before-2.0.0');
  expect(accounts.list()).toHaveLength(1);
});

test.each(['', 'nobody', '../settings.json', 'settings-00000099.json', '..', 'before-x/../../settings.json'])(
  'there is no backup called %j',
  async (name) => {
    const { safekeeping, fill } = openSafekeeping();
    fill();
    await expect(safekeeping.restore(name)).rejects.toMatchObject({ name: 'NotFound', id: name });
  },
);
