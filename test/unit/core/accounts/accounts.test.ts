import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAccounts } from '#core/accounts/accounts.ts';
import { createSandbox } from '#core/accounts/sandbox.ts';
import type { Vault } from '#core/environment.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { AccountInput } from '#shared/model/account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const APP_SECRET = 'secretsecretsecretsecretsecab12';

function open(dataFolder = temporaryFolder(), vault: Vault = scramblingVault()) {
  const file = openSettingsFile({ dataFolder, openSettings: plainSettingsStore, clock: manualClock() });
  const changed: string[] = [];
  const accounts = createAccounts({
    file,
    vault,
    sandbox: { url: () => 'http://127.0.0.1:5190', appSecret: () => 'the simulator’s own' },
    onCredentialsChanged: (id) => changed.push(id),
  });
  return { accounts, changed, dataFolder, file };
}

const input = AccountInput.parse({ appId: 'wx0123456789abcdef', appSecret: APP_SECRET });

test('what is left out takes WeChat’s own addresses and the stable token', () => {
  const { accounts } = open();
  expect(accounts.create(input)).toMatchObject({
    name: 'wx0123456789abcdef',
    hasSecret: true,
    secretHint: 'ab12',
    secretState: 'ok',
    publicUrl: null,
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
    sandbox: false,
  });
});

test('the secret goes in and comes out only as credentials', () => {
  const { accounts, dataFolder } = open();
  const account = accounts.create(input);
  expect(JSON.stringify([account, accounts.list(), accounts.get(account.id)])).not.toContain(APP_SECRET);
  expect(readFileSync(join(dataFolder, 'settings.json'), 'utf8')).not.toContain(APP_SECRET);
  expect(accounts.credentials(account.id).appSecret).toBe(APP_SECRET);
});

test('a short secret shows nothing of itself', () => {
  const { accounts } = open();
  expect(accounts.create({ ...input, appSecret: 'short' }).secretHint).toBeNull();
});

test('a change keeps what it does not name and forgets the token', () => {
  const { accounts, changed } = open();
  const { id } = accounts.create(input);
  accounts.update(id, { name: 'Gate', appSecret: undefined });
  expect(accounts.get(id)).toMatchObject({ name: 'Gate', appId: input.appId, secretHint: 'ab12' });
  accounts.update(id, { publicUrl: 'https://desk.example.com' });
  accounts.update(id, { publicUrl: null });
  expect(accounts.get(id).publicUrl).toBeNull();
  expect(changed).toEqual([id, id, id]);
});

test('a secret sealed elsewhere is unreadable, everything else stays', () => {
  const { accounts, dataFolder } = open();
  const { id } = accounts.create({ ...input, name: 'Gate' });
  const elsewhere = open(dataFolder, scramblingVault('another machine')).accounts;
  expect(elsewhere.get(id)).toMatchObject({ name: 'Gate', hasSecret: true, secretState: 'unreadable' });
  expect(() => elsewhere.credentials(id)).toThrow(
    expect.objectContaining({ name: 'SecretMissing', state: 'unreadable' }),
  );
  elsewhere.update(id, { appSecret: 'typed again, long enough' });
  expect(elsewhere.credentials(id).appSecret).toBe('typed again, long enough');
});

test('where nothing can be sealed no account is stored', () => {
  const { accounts } = open(undefined, scramblingVault('x', 'unavailable'));
  expect(() => accounts.create(input)).toThrow(expect.objectContaining({ name: 'VaultUnavailable' }));
  expect(accounts.list()).toEqual([]);
});

test('a removed account takes its entries along', () => {
  const { accounts, file } = open();
  const { id } = accounts.create(input);
  file.change((data) => ({
    ...data,
    entries: [{ id: 'entryentry', accountId: id, name: 'Door', scope: 'snsapi_base', param: '' }],
  }));
  accounts.remove(id);
  expect(accounts.list()).toEqual([]);
  expect(file.data().entries).toEqual([]);
  expect(() => accounts.get(id)).toThrow(expect.objectContaining({ name: 'NotFound', kind: 'account' }));
});

test('the sandbox works where nothing can be sealed: its secret is the simulator’s and is not stored', async () => {
  const vault = scramblingVault('x', 'unavailable');
  const { accounts, file } = open(undefined, vault);
  const sandbox = createSandbox({
    file,
    startSandbox: async () => ({
      url: 'http://127.0.0.1:5190',
      appId: 'wx5f0c1a7de3b94826',
      appSecret: 'the simulator’s own',
      close: async () => {},
    }),
  });
  const id = await sandbox.ensure();
  expect(await sandbox.ensure()).toBe(id);
  expect(accounts.get(id)).toMatchObject({
    sandbox: true,
    hasSecret: true,
    secretState: 'ok',
    apiBaseUrl: 'http://127.0.0.1:5190',
    authorizeBaseUrl: 'http://127.0.0.1:5190',
  });
  expect(accounts.credentials(id).appSecret).toBe('the simulator’s own');
  expect(JSON.stringify(file.data())).not.toContain('the simulator’s own');
  expect(file.data().entries).toMatchObject([{ accountId: id }]);
});
