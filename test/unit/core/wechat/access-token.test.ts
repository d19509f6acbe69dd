/** One token for everybody, fetched once, dropped only by those whom it failed. */
import { expect, it } from 'vitest';
import { WeChatRefused } from '#core/errors.ts';
import { type Answer, NEW_TOKENS, SILENCE, tokenNumber } from './scripted-wechat.ts';
import { APP_ID, SECRET, setUp } from './workbench.ts';

const STABLE = '/cgi-bin/stable_token';
const CLASSIC = '/cgi-bin/token';
const NOT_LATEST = new WeChatRefused({ errcode: 40001, rid: null, endpoint: '/cgi-bin/user/info', ip: null });
const HOUR = 3_600_000;

it('asks for a stable token and never forces it', async () => {
  const { tokens, credentials, wechat } = await setUp(NEW_TOKENS);
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(wechat.calls).toMatchObject([
    {
      method: 'POST',
      target: STABLE,
      body: { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, force_refresh: false },
    },
  ]);
});

it('asks for a classic token where the account says so', async () => {
  const { tokens, credentials, wechat } = await setUp({
    [CLASSIC]: () => ({ access_token: 'classic', expires_in: 7200 }),
  });
  expect(await tokens.get({ ...credentials, tokenMode: 'classic' })).toBe('classic');
  expect(wechat.calls).toMatchObject([
    { method: 'GET', query: { grant_type: 'client_credential', appid: APP_ID, secret: SECRET } },
  ]);
});

it('fetches once for two hundred callers, and for all who come later', async () => {
  const { tokens, credentials, wechat } = await setUp(NEW_TOKENS);
  const all = await Promise.all(Array.from({ length: 200 }, () => tokens.get({ ...credentials })));
  expect(new Set(all)).toEqual(new Set([tokenNumber(1)]));
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(wechat.count(STABLE)).toBe(1);
});

it('fetches once for a caller and an operator who refreshes at the same moment', async () => {
  const { tokens, credentials, wechat } = await setUp(NEW_TOKENS);
  await Promise.all([tokens.get(credentials), tokens.refresh(credentials)]);
  expect(wechat.count(STABLE)).toBe(1);
});

it('shares a token between accounts with the same credentials and no others', async () => {
  const { tokens, credentials, wechat } = await setUp({
    ...NEW_TOKENS,
    [CLASSIC]: () => ({ access_token: 'classic', expires_in: 7200 }),
  });
  const others = [
    { ...credentials, accountId: 'account-2' },
    { ...credentials, accountId: 'account-2', appSecret: 'another-secret' },
    { ...credentials, accountId: 'account-2', apiBaseUrl: `${wechat.url}` },
    { ...credentials, accountId: 'account-2', tokenMode: 'classic' as const },
  ];
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  const got = [];
  for (const other of others) got.push(await tokens.get(other));
  expect(got).toEqual([tokenNumber(1), tokenNumber(2), tokenNumber(1), 'classic']);
});

it('drops a token once, however many it failed at the same moment', async () => {
  const { tokens, credentials, wechat, clock } = await setUp(NEW_TOKENS);
  const failed = await tokens.get(credentials);
  clock.advance(HOUR);
  const healed = await Promise.all(
    Array.from({ length: 100 }, async () => {
      tokens.rejected(credentials, failed, NOT_LATEST);
      return tokens.get(credentials);
    }),
  );
  // One more who was slow to hear of the old token's death.
  tokens.rejected(credentials, failed, NOT_LATEST);
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(new Set(healed)).toEqual(new Set([tokenNumber(2)]));
  expect(wechat.count(STABLE)).toBe(2);
});

it('stops fetching for a moment when brand-new tokens are refused in a row', async () => {
  const { tokens, credentials, wechat, clock } = await setUp(NEW_TOKENS);
  for (const nth of [1, 2]) {
    expect(await tokens.get(credentials)).toBe(tokenNumber(nth));
    tokens.rejected(credentials, tokenNumber(nth), NOT_LATEST);
  }
  await expect(tokens.get(credentials)).rejects.toBe(NOT_LATEST);
  expect(wechat.count(STABLE)).toBe(2);
  clock.advance(2_000);
  expect(await tokens.get(credentials)).toBe(tokenNumber(3));
});

it('says that another system fetches tokens when they die early more than once', async () => {
  const { tokens, credentials, clock, logger } = await setUp(NEW_TOKENS);
  tokens.rejected(credentials, await tokens.get(credentials), NOT_LATEST);
  expect(tokens.status(credentials).stolenAt).toBeNull();
  await tokens.get(credentials);
  clock.advance(HOUR);
  tokens.rejected(credentials, tokenNumber(2), NOT_LATEST);
  expect(tokens.status(credentials).stolenAt).toBe(new Date(clock.now()).toISOString());
  expect(logger.lines.filter((line) => line.startsWith('warn'))).toEqual([
    'warn another system is fetching this account\'s token {"accountId":"account-1"}',
  ]);
  // A token that lives to its renewal ends the suspicion.
  await tokens.get(credentials);
  clock.advance(2 * HOUR);
  await tokens.get(credentials);
  expect(tokens.status(credentials).stolenAt).toBeNull();
});

it('does not suspect anybody when tokens die of age', async () => {
  const { tokens, credentials, clock } = await setUp(NEW_TOKENS);
  for (const nth of [1, 2]) {
    await tokens.get(credentials);
    clock.advance(2 * HOUR - 200_000);
    tokens.rejected(credentials, tokenNumber(nth), NOT_LATEST);
  }
  expect(tokens.status(credentials).stolenAt).toBeNull();
});

it.each<[string, Answer, object]>([
  [
    'a refusal',
    { errcode: 40164, errmsg: 'invalid ip 1.2.3.4, not in whitelist' },
    { errcode: 40164, ip: '1.2.3.4' },
  ],
  ['no token in the reply', { expires_in: 7200 }, { kind: 'bad_reply' }],
  ['no reply', SILENCE, { kind: 'timeout' }],
])('lets five hundred phones fail on one call: %s', async (_case, answer, facts) => {
  const { tokens, credentials, wechat, clock } = await setUp(
    { [STABLE]: () => answer },
    // Short where it is waited for only.
    { callLimit: answer === SILENCE ? 300 : 20_000 },
  );
  const failures = await Promise.allSettled(Array.from({ length: 500 }, () => tokens.get(credentials)));
  expect(failures.every(({ status }) => status === 'rejected')).toBe(true);
  await expect(tokens.get(credentials)).rejects.toMatchObject(facts);
  expect(wechat.count(STABLE)).toBe(1);
  clock.advance(2_000);
  await expect(tokens.get(credentials)).rejects.toMatchObject(facts);
  expect(wechat.count(STABLE), 'asked again after two seconds').toBe(2);
  clock.advance(-HOUR);
  await expect(tokens.get(credentials)).rejects.toMatchObject(facts);
  expect(wechat.count(STABLE), 'asked again when the clock was set back').toBe(3);
});

it('forgets an account, also while its token is on the way', async () => {
  const { tokens, credentials, openTokens } = await setUp(NEW_TOKENS);
  const onTheWay = tokens.get(credentials);
  tokens.forget(credentials.accountId);
  await onTheWay;
  expect(tokens.status(credentials)).toMatchObject({ cached: false, fetches: 0 });
  expect(openTokens().tokens.status(credentials).cached).toBe(false);
});
