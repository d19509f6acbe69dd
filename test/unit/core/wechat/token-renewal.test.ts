/** Tokens are renewed before they die, behind the callers' backs where that is possible. */
import { expect, it, vi } from 'vitest';
import { TooSoon } from '#core/errors.ts';
import { NEW_TOKENS, Raw, type Script, tokenNumber } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const STABLE = '/cgi-bin/stable_token';
const BUSY = { errcode: -1, errmsg: 'system error' };
const LIFE = 7_200_000;
const refusing = (answer: object): Script => ({
  [STABLE]: (_call, nth) => (nth === 1 ? { access_token: tokenNumber(1), expires_in: 7200 } : answer),
});

it('keeps a token until less than 240 s are left', async () => {
  const { tokens, credentials, clock, wechat } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  clock.advance(LIFE - 240_000);
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(wechat.count(STABLE)).toBe(1);
});

it('renews one that has less, and lets callers go on with it meanwhile', async () => {
  const { tokens, credentials, clock, wechat } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  clock.advance(LIFE - 239_000);
  const meanwhile = await Promise.all(Array.from({ length: 50 }, () => tokens.get(credentials)));
  expect(new Set(meanwhile)).toEqual(new Set([tokenNumber(1)]));
  await vi.waitFor(async () => expect(await tokens.get(credentials)).toBe(tokenNumber(2)));
  expect(wechat.count(STABLE)).toBe(2);
  expect(tokens.status(credentials)).toMatchObject({
    cached: true,
    expiresIn: 7200,
    fetches: 2,
    mode: 'stable',
  });
});

it('makes callers wait when less than 30 s are left', async () => {
  const { tokens, credentials, clock } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  clock.advance(LIFE - 29_000);
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
});

it('goes on with the old token while WeChat is busy, backing off', async () => {
  const { tokens, credentials, clock, wechat, pauses } = await setUp(refusing(BUSY));
  await tokens.get(credentials);
  clock.advance(LIFE - 100_000);
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  await vi.waitFor(() => expect(wechat.count(STABLE)).toBe(5));
  expect(pauses).toEqual([1_000, 2_000, 4_000]);
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(tokens.status(credentials).fetches, 'and rests before it tries again').toBe(5);
  clock.advance(10_000);
  await tokens.get(credentials);
  expect(tokens.status(credentials).fetches).toBe(6);
});

it('does not repeat a renewal that was refused', async () => {
  const { tokens, credentials, clock, wechat, pauses } = await setUp(refusing({ errcode: 40125 }));
  await tokens.get(credentials);
  clock.advance(LIFE - 100_000);
  await tokens.get(credentials);
  await vi.waitFor(() => expect(wechat.count(STABLE)).toBe(2));
  expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  expect(pauses).toEqual([]);
});

it.each([
  ['-1', BUSY],
  ['a gateway error', new Raw(502, 'bad gateway')],
])('makes a caller without a token wait for one more try after %s', async (_case, busy) => {
  const { tokens, credentials, pauses } = await setUp({
    [STABLE]: (_call, nth) => (nth === 1 ? busy : { access_token: tokenNumber(nth), expires_in: 7200 }),
  });
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(pauses).toEqual([1_000]);
});

it('and for no second one', async () => {
  const { tokens, credentials, wechat } = await setUp({ [STABLE]: () => BUSY });
  const failures = await Promise.allSettled(Array.from({ length: 50 }, () => tokens.get(credentials)));
  expect(failures.every(({ status }) => status === 'rejected')).toBe(true);
  expect(wechat.count(STABLE)).toBe(2);
});

it('does not fetch a short-lived token for every caller', async () => {
  const { tokens, credentials, clock, wechat } = await setUp({
    [STABLE]: (_call, nth) => ({ access_token: tokenNumber(nth), expires_in: 20 }),
  });
  for (let caller = 0; caller < 20; caller++) expect(await tokens.get(credentials)).toBe(tokenNumber(1));
  clock.advance(18_000);
  expect(await tokens.get(credentials)).toBe(tokenNumber(2));
  expect(wechat.count(STABLE)).toBe(2);
});

it('fetches by hand at most every 30 s', async () => {
  const { tokens, credentials, clock, wechat } = await setUp(NEW_TOKENS);
  await tokens.get(credentials);
  expect(await tokens.refresh(credentials)).toMatchObject({ fetches: 2, cached: true });
  clock.advance(10_500);
  const again = tokens.refresh(credentials);
  await expect(again).rejects.toBeInstanceOf(TooSoon);
  await expect(again).rejects.toMatchObject({ retryAfterSeconds: 20 });
  clock.advance(19_500);
  await tokens.refresh(credentials);
  expect(wechat.calls.map(({ body }) => body)).toEqual(
    Array.from({ length: 3 }, () => expect.objectContaining({ force_refresh: false })),
  );
});

it('lets a refresh that failed be repeated at once, whatever callers were told', async () => {
  const { tokens, credentials } = await setUp({
    [STABLE]: (_call, nth) =>
      nth < 3 ? { errcode: 40164 } : { access_token: tokenNumber(nth), expires_in: 7200 },
  });
  await expect(tokens.get(credentials)).rejects.toMatchObject({ errcode: 40164 });
  await expect(tokens.refresh(credentials)).rejects.toMatchObject({ errcode: 40164 });
  expect(await tokens.refresh(credentials)).toMatchObject({ cached: true });
  expect(await tokens.get(credentials)).toBe(tokenNumber(3));
});
