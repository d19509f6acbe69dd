/** The key to an account's token: told once, kept as a digest, good for one account and until it is closed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAccounts } from '#core/accounts/accounts.ts';
import { createTokenService } from '#core/accounts/token-service.ts';
import { createTokens } from '#core/accounts/tokens.ts';
import { NotFound, WeChatRefused, WrongTokenMode } from '#core/errors.ts';
import { AccountInput } from '#shared/model/account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { openSecrets } from '../../../support/open-secrets.ts';

const EXPIRES_IN = 5_000;

function open(probe = { callbackIps: () => Promise.resolve([] as string[]) }) {
  const secrets = openSecrets();
  const clock = manualClock();
  const accounts = createAccounts({
    ...secrets,
    sandbox: { url: () => null, appSecret: () => null },
    onCredentialsChanged: () => undefined,
  });
  const checks: string[] = [];
  const service = createTokenService({
    file: secrets.file,
    accounts,
    clock,
    accessTokens: {
      hold: async ({ appId }) => ({
        token: `token of ${appId}`,
        expiresAt: clock.now() + EXPIRES_IN * 1000 + 999,
      }),
    },
    probe: {
      async callbackIps(credentials) {
        checks.push(credentials.accountId);
        return probe.callbackIps();
      },
    },
  });
  const unasked = () => expect.unreachable();
  const accessTokens = {
    status: unasked,
    statusWithoutSecret: unasked,
    refresh: unasked,
    force: unasked,
  };
  const tokens = createTokens({ accessTokens, accounts, service });
  const add = (appId: string) => accounts.create(AccountInput.parse({ appId, appSecret: 'secret' })).id;
  const settings = () => readFileSync(join(secrets.dataFolder, 'settings.json'), 'utf8');
  return { accounts, tokens, add, settings, checks, clock };
}

it('is closed until it is opened', async () => {
  const { accounts, tokens, add } = open();
  const id = add('wx11111111');
  expect(accounts.get(id).servesToken).toBe(false);
  for (const key of ['', 'null', 'fdt_']) expect(await tokens.reveal(id, key, false)).toBeNull();
});

it('opens with its key, of which the settings hold the digest', async () => {
  const { accounts, tokens, add, settings, clock } = open();
  const id = add('wx11111111');
  const key = tokens.openService(id);
  expect(key).toMatch(/^fdt_[\w-]{43}$/);
  expect(await tokens.reveal(id, key, false)).toEqual({
    token: 'token of wx11111111',
    expiresIn: EXPIRES_IN,
    expiresAt: clock.now() + EXPIRES_IN * 1000 + 999,
  });
  expect(accounts.get(id).servesToken).toBe(true);
  expect(settings()).not.toContain(key.slice(4));
});

it('opens one account, for nobody else', async () => {
  const { tokens, add } = open();
  const [one, other] = [add('wx11111111'), add('wx22222222')];
  const key = tokens.openService(one);
  tokens.openService(other);
  expect(await tokens.reveal(other, key, false)).toBeNull();
  expect(await tokens.reveal('nobody', key, false)).toBeNull();
  for (const wrong of [key.slice(0, -1), `${key}x`, key.toUpperCase(), ''])
    expect(await tokens.reveal(one, wrong, false), wrong).toBeNull();
});

it('ends a key with a new one, with closing, and with the account', async () => {
  const { accounts, tokens, add } = open();
  const id = add('wx11111111');
  const first = tokens.openService(id);
  const second = tokens.openService(id);
  expect(await tokens.reveal(id, first, false)).toBeNull();
  expect(await tokens.reveal(id, second, false)).not.toBeNull();
  tokens.closeService(id);
  expect(await tokens.reveal(id, second, false)).toBeNull();
  expect(accounts.get(id).servesToken).toBe(false);
  const third = tokens.openService(id);
  accounts.remove(id);
  expect(await tokens.reveal(id, third, false)).toBeNull();
});

it('keeps the key when the account is renamed', async () => {
  const { accounts, tokens, add } = open();
  const id = add('wx11111111');
  const key = tokens.openService(id);
  accounts.update(id, { name: 'Renamed' });
  expect(await tokens.reveal(id, key, false)).not.toBeNull();
});

it('makes no chains', async () => {
  const { accounts, tokens, add } = open();
  const id = add('wx11111111');
  const key = tokens.openService(id);
  const sharedToken = {
    url: 'http://127.0.0.1:9/',
    tokenPointer: '/access_token',
    expiryPointer: '/expires_in',
  };
  accounts.update(id, { tokenMode: 'shared', sharedToken });
  await expect(tokens.reveal(id, key, false)).rejects.toBeInstanceOf(WrongTokenMode);
  expect(await tokens.reveal(id, 'wrong', false)).toBeNull();
  expect(() => tokens.openService(id)).toThrow(WrongTokenMode);
});

it('knows no account that is not there', () => {
  const { tokens } = open();
  expect(() => tokens.openService('nobody')).toThrow(NotFound);
  expect(() => tokens.closeService('nobody')).toThrow(NotFound);
});

it('lets all who doubt at the same moment wait for the same look', async () => {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const { tokens, add, checks } = open({ callbackIps: () => promise });
  const id = add('wx11111111');
  const key = tokens.openService(id);
  let answered = 0;
  const all = Promise.all([1, 2, 3].map(() => tokens.reveal(id, key, true).then(() => answered++)));
  await tokens.reveal(id, key, false);
  expect(answered).toBe(0);
  resolve([]);
  await all;
  expect(checks).toEqual([id]);
});

it('has WeChat look at a doubted token, but not as often as somebody doubts', async () => {
  const refusal = new WeChatRefused({ errcode: 40164, rid: null, endpoint: '/x', ip: null });
  const { tokens, add, checks, clock } = open({ callbackIps: () => Promise.reject(refusal) });
  const id = add('wx11111111');
  const key = tokens.openService(id);
  await tokens.reveal(id, key, false);
  expect(checks).toEqual([]);
  for (let doubts = 0; doubts < 5; doubts++) expect(await tokens.reveal(id, key, true)).not.toBeNull();
  expect(checks).toEqual([id]);
  clock.advance(30_000);
  await tokens.reveal(id, key, true);
  expect(checks).toEqual([id, id]);
  clock.advance(30_000);
  await tokens.reveal(id, 'wrong', true);
  expect(checks, 'who has no key makes us call nobody').toHaveLength(2);
});
