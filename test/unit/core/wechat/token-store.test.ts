/** Tokens outlive a restart, sealed, and nothing that is wrong with the file is ever an error. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WeChatRefused } from '#core/errors.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { NEW_TOKENS, tokenNumber } from './scripted-wechat.ts';
import { SECRET, setUp } from './workbench.ts';

const STABLE = '/cgi-bin/stable_token';
const REFUSAL = new WeChatRefused({ errcode: 42001, rid: null, endpoint: '/cgi-bin/user/info', ip: null });

it('costs no fetch after a restart', async () => {
  const { tokens, credentials, wechat, openTokens } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  const restarted = openTokens().tokens;
  expect(restarted.status(credentials)).toMatchObject({ cached: true, fetches: 0 });
  expect(await restarted.get(credentials)).toBe(tokenNumber(1));
  expect(wechat.count(STABLE)).toBe(1);
});

it.each([
  ['a new secret', { appSecret: 'typed-again' }],
  ['another base URL', { apiBaseUrl: 'http://127.0.0.1:9' }],
  ['another mode', { tokenMode: 'classic' as const }],
])('does not serve %s', async (_case, change) => {
  const { tokens, credentials, openTokens } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  expect(openTokens().tokens.status({ ...credentials, ...change }).cached).toBe(false);
});

it('is sealed, for its owner only, and leaves no draft behind', async () => {
  const folder = temporaryFolder();
  const { tokens, credentials } = await setUp(NEW_TOKENS, { folder });
  await tokens.get(credentials);
  const path = join(folder, 'tokens.sealed');
  expect(readFileSync(path, 'utf8')).toMatch(/^sealed:/);
  expect(readFileSync(path, 'utf8')).not.toContain(tokenNumber(1));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(scramblingVault().open(readFileSync(path, 'utf8'))).not.toContain(SECRET);
  expect(readdirSync(folder)).toEqual(['tokens.sealed']);
});

it('forgets what was refused, what expired, and what an account left behind', async () => {
  const { tokens, credentials, clock, openTokens } = await setUp(NEW_TOKENS);
  const isKept = () => openTokens().tokens.status(credentials).cached;
  await tokens.get(credentials);
  tokens.rejected(credentials, tokenNumber(1), REFUSAL);
  expect(isKept()).toBe(false);
  await tokens.get(credentials);
  expect(isKept()).toBe(true);
  openTokens().tokens.forget(credentials.accountId);
  expect(isKept()).toBe(false);
  await tokens.refresh(credentials);
  clock.advance(7_200_000);
  expect(isKept()).toBe(false);
});

it('does not trust a token from the future', async () => {
  const { tokens, credentials, clock, openTokens } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  clock.advance(-60_000);
  expect(openTokens().tokens.status(credentials).cached).toBe(false);
});

it.each([
  ['sealed by somebody else', scramblingVault('another machine').seal('{}')],
  ['no JSON', scramblingVault().seal('{"version":1,')],
  ['of another shape', scramblingVault().seal('{"version":1,"tokens":{"x":{"token":5}}}')],
  ['of another version', scramblingVault().seal('{"version":2,"tokens":{}}')],
  ['empty', ''],
])('fetches anew when the file is %s', async (_case, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tokens.sealed'), content);
  const { tokens, credentials } = await setUp(NEW_TOKENS, { folder });
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
});

it('stays in memory when nothing can seal, and says so once', async () => {
  const folder = temporaryFolder();
  const { credentials, openTokens, wechat, logger } = await setUp(NEW_TOKENS, { folder });
  const { tokens } = openTokens(scramblingVault('test', 'unavailable'));
  await tokens.get(credentials);
  tokens.rejected(credentials, tokenNumber(1), REFUSAL);
  await tokens.get(credentials);
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(wechat.count(STABLE)).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
  expect(logger.lines).toEqual([
    'warn tokens cannot be stored and stay in memory {"error":"VaultUnavailable"}',
  ]);
});

it('stays in memory when the folder cannot be written', async () => {
  const folder = temporaryFolder();
  // A folder in the file's place: not even root can write that.
  mkdirSync(join(folder, 'tokens.sealed'));
  chmodSync(folder, 0o700);
  const { tokens, credentials } = await setUp(NEW_TOKENS, { folder });
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
});
