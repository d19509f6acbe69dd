/** Accounts in the settings file: what is stored, what is told, and what never comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAccounts } from '#core/accounts/accounts.ts';
import type { Vault } from '#core/environment.ts';
import { AccountInput, AccountPatch } from '#shared/model/account.ts';
import { openSecrets } from '../../../support/open-secrets.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

const APP_SECRET = 'secretsecretsecretsecretsecab12';
const BEARER = 'bearerbearerbearerbearer';

function open(dataFolder?: string, vault?: Vault) {
  const secrets = openSecrets(dataFolder, vault);
  const changed: string[] = [];
  const accounts = createAccounts({
    ...secrets,
    sandbox: { url: () => 'http://127.0.0.1:5190', appSecret: () => 'the simulator’s own' },
    onCredentialsChanged: (id) => changed.push(id),
  });
  return { ...secrets, accounts, changed };
}

const input = AccountInput.parse({ appId: 'wx0123456789abcdef', appSecret: APP_SECRET });
const sharing = AccountInput.parse({
  ...input,
  tokenMode: 'shared',
  sharedToken: { url: 'https://tokens.example.com/wx', bearer: BEARER },
});

test('what is left out takes WeChat’s own addresses and the stable token', () => {
  const { accounts } = open();
  expect(accounts.create(input)).toMatchObject({
    name: 'wx0123456789abcdef',
    hasSecret: true,
    secretHint: 'ab12',
    secretState: 'ok',
    secretVolatile: false,
    kind: null,
    publicUrl: null,
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
    sharedToken: null,
    servesToken: false,
    sandbox: false,
  });
});

test('the secrets go in and come out only as credentials', () => {
  const { accounts, dataFolder } = open();
  const account = accounts.create(sharing);
  const told = JSON.stringify([account, accounts.list(), accounts.get(account.id)]);
  const kept = readFileSync(join(dataFolder, 'settings.json'), 'utf8');
  for (const secret of [APP_SECRET, BEARER]) {
    expect(told).not.toContain(secret);
    expect(kept).not.toContain(secret);
  }
  expect(accounts.credentials(account.id)).toMatchObject({
    appSecret: APP_SECRET,
    tokenMode: 'shared',
    sharedToken: {
      url: 'https://tokens.example.com/wx',
      bearer: BEARER,
      tokenPointer: '/access_token',
      expiryPointer: '/expires_in',
    },
  });
});

test('a short secret shows nothing of itself', () => {
  const { accounts } = open();
  expect(accounts.create({ ...input, appSecret: 'short' }).secretHint).toBeNull();
});

test('an absent bearer stays, null takes it away, and a shared token may wait for its service', () => {
  const { accounts } = open();
  const { id } = accounts.create(sharing);
  const moved = { url: 'https://tokens.example.com/other' };
  expect(accounts.update(id, AccountPatch.parse({ sharedToken: moved })).sharedToken).toMatchObject({
    ...moved,
    hasBearer: true,
  });
  expect(accounts.credentials(id).sharedToken?.bearer).toBe(BEARER);
  accounts.update(id, AccountPatch.parse({ sharedToken: { ...moved, bearer: null } }));
  expect(accounts.get(id).sharedToken?.hasBearer).toBe(false);
  accounts.update(id, { sharedToken: null });
  expect(accounts.get(id)).toMatchObject({ tokenMode: 'shared', sharedToken: null });
  expect(accounts.credentials(id).sharedToken).toBeNull();
});

test('a bearer goes to no other host than it was given for', () => {
  const { accounts } = open();
  const { id } = accounts.create(sharing);
  const elsewhere = AccountPatch.parse({ sharedToken: { url: 'https://elsewhere.example.com/wx' } });
  expect(accounts.update(id, elsewhere).sharedToken?.hasBearer).toBe(false);
  expect(accounts.credentials(id).sharedToken?.bearer).toBeNull();
});

test('an address that only a test account may have is no warning for one', () => {
  const { accounts } = open();
  const publicUrl = 'http://192.168.1.20:8090';
  const { id } = accounts.create({ ...sharing, publicUrl, kind: 'service' });
  expect(accounts.get(id).publicUrlWarnings).toEqual(['not_https', 'has_port', 'is_ip']);
  expect(accounts.update(id, { kind: 'test' }).publicUrlWarnings).toEqual([]);
});

test('a change keeps what it does not name', () => {
  const { accounts } = open();
  const { id } = accounts.create(input);
  accounts.update(id, { name: 'Gate', appSecret: undefined });
  expect(accounts.get(id)).toMatchObject({ name: 'Gate', appId: input.appId, secretHint: 'ab12' });
  accounts.update(id, { publicUrl: 'https://desk.example.com' });
  accounts.update(id, { publicUrl: null });
  expect(accounts.get(id).publicUrl).toBeNull();
});

test.each<[boolean, AccountPatch]>([
  [false, { name: 'Gate', kind: 'service', publicUrl: 'https://desk.example.com' }],
  [false, { appId: input.appId, apiBaseUrl: input.apiBaseUrl, tokenMode: 'stable', sharedToken: null }],
  [true, { appId: 'wxfedcba9876543210' }],
  [true, { appSecret: 'another secret' }],
  [true, { apiBaseUrl: 'https://sh.api.weixin.qq.com' }],
  [true, { tokenMode: 'classic' }],
  [true, AccountPatch.parse({ sharedToken: { url: 'https://tokens.example.com' } })],
])('the cached token is forgotten: %s, after %j', (forgotten, patch) => {
  const { accounts, changed } = open();
  const { id } = accounts.create(input);
  accounts.update(id, patch);
  expect(changed).toEqual(forgotten ? [id] : []);
});

test('a secret sealed elsewhere is unreadable, everything else stays', () => {
  const { accounts, dataFolder } = open();
  const { id } = accounts.create({ ...sharing, name: 'Gate' });
  const elsewhere = open(dataFolder, scramblingVault('another machine')).accounts;
  expect(elsewhere.get(id)).toMatchObject({
    name: 'Gate',
    hasSecret: true,
    secretState: 'unreadable',
    sharedToken: { hasBearer: false },
  });
  expect(() => elsewhere.credentials(id)).toThrow(
    expect.objectContaining({ name: 'SecretMissing', state: 'unreadable' }),
  );
  elsewhere.update(id, { appSecret: 'typed again, long enough' });
  expect(elsewhere.credentials(id).appSecret).toBe('typed again, long enough');
});

test('a damaged secret is corrupt, and one that is gone is missing', () => {
  const { accounts, file } = open();
  const { id } = accounts.create(input);
  for (const [sealedSecret, state] of [
    ['damaged', 'corrupt'],
    [null, 'missing'],
  ] as const) {
    file.change((data) => ({
      ...data,
      accounts: data.accounts.map((account) => ({ ...account, sealedSecret })),
    }));
    expect(accounts.get(id)).toMatchObject({ secretState: state, hasSecret: sealedSecret !== null });
    expect(() => accounts.credentials(id)).toThrow(expect.objectContaining({ name: 'SecretMissing', state }));
  }
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
