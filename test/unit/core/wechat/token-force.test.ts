/** Forcing: only by hand, only so often, counted across restarts, and never claimed when WeChat did not do it. */
import { expect, it } from 'vitest';
import { TooSoon, WrongTokenMode } from '#core/errors.ts';
import { createProbe } from '#core/wechat/probe.ts';
import { type Answer, NEW_TOKENS, RESET, type Script, SILENCE, tokenNumber } from './scripted-wechat.ts';
import { setUp, type Workbench } from './workbench.ts';

const STABLE = '/cgi-bin/stable_token';
const IPS = '/cgi-bin/getcallbackip';
const START = Date.parse('2026-11-23T10:00:00Z');
const MIDNIGHT = Date.parse('2026-11-23T16:00:00Z');

/** As WeChat does it: the same token for everybody, another one only by force. */
function forcible(answerForced: () => Answer = () => ({})): Script {
  let forces = 0;
  return {
    [STABLE]: ({ body }) => {
      const isForced = (body as { force_refresh: boolean }).force_refresh;
      if (isForced) forces += 1;
      const odd = isForced ? answerForced() : {};
      if (typeof odd === 'symbol') return odd;
      return { access_token: tokenNumber(forces + 1), expires_in: 7200, ...odd };
    },
  };
}

const forcedCalls = ({ wechat }: Workbench) =>
  wechat.calls.filter(
    ({ body }) => (body as { force_refresh?: boolean } | undefined)?.force_refresh === true,
  );

it('replaces the token for everybody, and remembers it', async () => {
  const bench = await setUp(forcible());
  const { tokens, credentials, clock, openTokens } = bench;
  const relayed = { ...credentials, accountId: 'account-2', apiBaseUrl: 'http://127.0.0.1:9' };
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  const status = await tokens.force(credentials);
  expect(status).toMatchObject({
    cached: true,
    expiresIn: 7200,
    fetchesToday: 2,
    forcedToday: 1,
    forceAgainAt: new Date(clock.now() + 30_000).toISOString(),
    stolenAt: null,
  });
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(await openTokens().tokens.get(credentials)).toBe(tokenNumber(2));
  expect(tokens.status(relayed).forcedToday, 'counted per AppID').toBe(1);
  expect(forcedCalls(bench)).toHaveLength(1);
});

it('drops the old token in every account that holds it', async () => {
  const { tokens, credentials, openTokens, wechat } = await setUp({
    ...forcible(),
    '/relay/cgi-bin/stable_token': () => ({ access_token: tokenNumber(1), expires_in: 7200 }),
  });
  const relayed = { ...credentials, accountId: 'account-2', apiBaseUrl: `${wechat.url}/relay` };
  expect(await tokens.get(credentials)).toBe(await tokens.get(relayed));
  await tokens.force(credentials);
  expect(tokens.status(relayed).cached).toBe(false);
  expect(openTokens().tokens.status(relayed).cached).toBe(false);
});

it('lets callers wait for the new token, and one that was on its way bring nothing back', async () => {
  const { tokens, credentials, wechat } = await setUp(forcible());
  const before = tokens.get(credentials);
  const forcing = tokens.force(credentials);
  expect(await before).toBe(tokenNumber(1));
  const during = Array.from({ length: 50 }, () => tokens.get(credentials));
  await forcing;
  for (const token of await Promise.all(during)) expect([tokenNumber(1), tokenNumber(2)]).toContain(token);
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(wechat.count(STABLE)).toBe(2);
});

it('waits for a renewal that would bring the old token back', async () => {
  const { promise: renewed, resolve: release } = Promise.withResolvers<object>();
  const answers = [
    { access_token: 'old', expires_in: 7200 },
    renewed,
    { access_token: 'new', expires_in: 7200 },
  ];
  const { tokens, credentials, clock } = await setUp({
    [STABLE]: (_call, nth) => answers[nth - 1] ?? expect.unreachable(),
  });
  await tokens.get(credentials);
  clock.advance(7_200_000 - 200_000);
  expect(await tokens.get(credentials), 'and renews it').toBe('old');
  const forcing = tokens.force(credentials);
  expect(await tokens.get(credentials)).toBe('old');
  release({ access_token: 'old', expires_in: 7200 });
  await forcing;
  expect(await tokens.get(credentials)).toBe('new');
});

it('is not theft when others still hold the old token', async () => {
  const { tokens, credentials, clock } = await setUp(forcible());
  const refusal = { errcode: 40001 } as Parameters<typeof tokens.rejected>[2];
  await tokens.get(credentials);
  await tokens.force(credentials);
  clock.advance(60_000);
  tokens.rejected(credentials, tokenNumber(1), refusal);
  tokens.rejected(credentials, tokenNumber(1), refusal);
  expect(tokens.status(credentials)).toMatchObject({ cached: true, stolenAt: null });
});

it.each(['classic', 'shared'] as const)('is refused in %s mode', async (tokenMode) => {
  const { tokens, credentials, wechat } = await setUp(forcible());
  const forcing = tokens.force({ ...credentials, tokenMode });
  await expect(forcing).rejects.toBeInstanceOf(WrongTokenMode);
  expect(wechat.calls).toEqual([]);
});

it('waits 30 s, also after a restart and also when two press at once', async () => {
  const bench = await setUp(forcible());
  const { tokens, credentials, clock, openTokens } = bench;
  const two = await Promise.allSettled([tokens.force(credentials), tokens.force(credentials)]);
  expect(two.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  clock.advance(10_500);
  const restarted = openTokens().tokens;
  for (const again of [tokens, restarted]) {
    await expect(again.force(credentials)).rejects.toEqual(new TooSoon(20));
  }
  clock.advance(19_500);
  await restarted.force(credentials);
  expect(forcedCalls(bench)).toHaveLength(2);
});

it('stops at twenty a day, until midnight in China', async () => {
  const bench = await setUp(forcible());
  const { tokens, credentials, clock, openTokens } = bench;
  for (let count = 0; count < 20; count++) {
    await tokens.force(credentials);
    clock.advance(30_000);
  }
  const seconds = (MIDNIGHT - START) / 1000 - 20 * 30;
  const restarted = openTokens().tokens;
  await expect(restarted.force(credentials)).rejects.toEqual(new TooSoon(seconds));
  expect(restarted.status(credentials)).toMatchObject({
    forcedToday: 20,
    forceAgainAt: new Date(MIDNIGHT).toISOString(),
  });
  clock.advance(seconds * 1000);
  expect(restarted.status(credentials)).toMatchObject({
    forcedToday: 0,
    fetchesToday: 0,
    forceAgainAt: null,
  });
  await restarted.force(credentials);
  expect(forcedCalls(bench)).toHaveLength(21);
});

it('does not claim success when WeChat quietly kept the token', async () => {
  const { tokens, credentials, clock } = await setUp(
    forcible(() => ({ access_token: tokenNumber(1), expires_in: 7100 })),
  );
  await expect(tokens.force(credentials)).rejects.toEqual(new TooSoon(30));
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(tokens.status(credentials)).toMatchObject({
    forcedToday: 0,
    fetchesToday: 2,
    forceAgainAt: new Date(clock.now() + 30_000).toISOString(),
  });
});

it.each<[string, () => Answer, number]>([
  ['refused', () => ({ errcode: 40164 }), 0],
  ['a broken connection', () => RESET, 0],
  ['a lost answer', () => SILENCE, 1],
])('%s: visitors go on, and it counts only where WeChat may have done it', async (_case, answer, counted) => {
  const { tokens, credentials } = await setUp(forcible(answer), { callLimit: 300 });
  await tokens.get(credentials);
  const forcing = tokens.force(credentials);
  const visitor = tokens.get(credentials);
  await expect(forcing).rejects.toMatchObject({ name: expect.stringMatching(/^WeChat/) });
  expect(await visitor).toMatch(/^planted-token/);
  expect(tokens.status(credentials).forcedToday).toBe(counted);
  expect(tokens.status(credentials).forceAgainAt === null).toBe(counted === 0);
});

it('happens on no other way: reading, refreshing, renewing, healing and failing force nothing', async () => {
  const bench = await setUp({ ...NEW_TOKENS, [IPS]: () => ({ errcode: 40001 }) });
  const { tokens, credentials, clock, wechat } = bench;
  await tokens.refresh(credentials);
  const probe = createProbe(bench);
  for (let hours = 0; hours < 9; hours++) {
    await probe.callbackIps(credentials).catch(() => undefined);
    clock.advance(3_600_000);
    await tokens.refresh(credentials);
    clock.advance(7_200_000 - 100_000);
    await tokens.get(credentials);
  }
  expect(wechat.count(STABLE)).toBeGreaterThan(18);
  expect(forcedCalls(bench)).toEqual([]);
});
