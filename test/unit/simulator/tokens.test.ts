/** The rules of the two global tokens, on a clock of our own. */
import { beforeEach, expect, test } from 'vitest';
import { createQuota } from '#simulator/quota.ts';
import { isRefusal, type Refusal } from '#simulator/refusals.ts';
import { createTokens, type TokenAnswer, type Tokens } from '#simulator/tokens.ts';

const app = 'wx0000000000000001';
const minute = 60_000;
let now = 0;
let tokens: Tokens;

beforeEach(() => {
  now = Date.parse('2026-03-01T09:00:00+08:00');
  const clock = () => now;
  tokens = createTokens({ clock, quota: createQuota(clock) });
});

function got(answer: TokenAnswer | Refusal): string {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.errcode}`);
  return answer.access_token;
}

function code(value: string | undefined): number {
  const checked = tokens.check(value);
  return isRefusal(checked) ? checked.errcode : 0;
}

test('a token is told missing, malformed, unknown, good or expired', () => {
  const token = got(tokens.fetchPlain(app));
  expect(code(undefined)).toBe(41001);
  expect(code('')).toBe(41001);
  expect(code('not a token')).toBe(40014);
  expect(code('92_unknown')).toBe(40001);
  expect(code(token)).toBe(0);
  now += 7200_000 - 1;
  expect(code(token)).toBe(0);
  now += 1;
  expect(code(token)).toBe(42001);
});

test('a new plain token leaves the one before it five minutes', () => {
  const first = got(tokens.fetchPlain(app));
  const second = got(tokens.fetchPlain(app));
  expect(second).not.toBe(first);
  now += 5 * minute - 1;
  expect([code(first), code(second)]).toEqual([0, 0]);
  now += 1;
  expect([code(first), code(second)]).toEqual([40001, 0]);
});

test('the overlap never lengthens a token’s own life', () => {
  const first = got(tokens.fetchPlain(app));
  now += 7200_000 - minute;
  tokens.fetchPlain(app);
  now += minute;
  expect(code(first)).toBe(42001);
});

test('plain tokens run out after 2,000 fetches and return the next Beijing day', () => {
  for (let count = 0; count < 2000; count += 1) got(tokens.fetchPlain(app));
  expect(tokens.fetchPlain(app)).toMatchObject({ errcode: 45009 });
  expect(tokens.fetchStable(app, false)).toHaveProperty('access_token');
  now = Date.parse('2026-03-02T00:00:00+08:00');
  expect(tokens.fetchPlain(app)).toHaveProperty('access_token');
});

test('stable and plain tokens never end each other', () => {
  const stable = got(tokens.fetchStable(app, false));
  const plain = got(tokens.fetchPlain(app));
  got(tokens.fetchPlain(app));
  tokens.fetchStable(app, true);
  now += minute;
  expect(code(plain)).toBe(0);
  now += 5 * minute;
  expect(code(plain)).toBe(40001);
  expect(code(stable)).toBe(40001);
});

test('a stable token stays the same until its last five minutes', () => {
  const first = tokens.fetchStable(app, false);
  expect(first).toMatchObject({ expires_in: 7200 });
  now += 7200_000 - 5 * minute - 1000;
  expect(tokens.fetchStable(app, false)).toEqual({ access_token: got(first), expires_in: 301 });
  now += 1000;
  const second = tokens.fetchStable(app, false);
  expect(got(second)).not.toBe(got(first));
  expect(second).toMatchObject({ expires_in: 7200 });
  expect(code(got(first))).toBe(0);
  now += 5 * minute;
  expect(code(got(first))).toBe(42001);
});

test('a fresh token announces 7,200 whole seconds even while the clock runs', () => {
  const clock = () => {
    now += 1;
    return now;
  };
  const running = createTokens({ clock, quota: createQuota(clock) });
  expect(running.fetchPlain(app)).toMatchObject({ expires_in: 7200 });
  expect(running.fetchStable(app, true)).toMatchObject({ expires_in: 7200 });
});

test('a forced refresh drops the stable token, at most every 30 seconds', () => {
  const first = got(tokens.fetchStable(app, false));
  const second = got(tokens.fetchStable(app, true));
  expect(second).not.toBe(first);
  expect(code(first)).toBe(40001);
  now += 29_999;
  expect(got(tokens.fetchStable(app, true))).toBe(second);
  now += 1;
  expect(got(tokens.fetchStable(app, true))).not.toBe(second);
});

test('twenty forced refreshes a day', () => {
  for (let count = 0; count < 20; count += 1) {
    got(tokens.fetchStable(app, true));
    now += 30_000;
  }
  expect(tokens.fetchStable(app, true)).toMatchObject({ errcode: 45009 });
  expect(tokens.fetchStable(app, false)).toHaveProperty('access_token');
});

test('more than 10,000 stable calls in one minute are too many', () => {
  for (let count = 0; count < 10_000; count += 1) tokens.fetchStable(app, false);
  expect(tokens.fetchStable(app, false)).toMatchObject({ errcode: 45011 });
  now += minute;
  expect(tokens.fetchStable(app, false)).toHaveProperty('access_token');
});

test('dropping all tokens makes the stable call give a new one', () => {
  const plain = got(tokens.fetchPlain(app));
  const stable = got(tokens.fetchStable(app, false));
  tokens.dropAll();
  expect([code(plain), code(stable)]).toEqual([40001, 40001]);
  const next = got(tokens.fetchStable(app, false));
  expect(next).not.toBe(stable);
  expect(code(next)).toBe(0);
});
