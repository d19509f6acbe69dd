/** `shared` mode: the organisation's token service fetches, FollowDesk reads, once for everybody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createProbe } from '#core/wechat/probe.ts';
import { failureOf } from '#core/wechat/reason.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { NEW_TOKENS, Raw, type Script } from './scripted-wechat.ts';
import { setUp, type WorkbenchOptions } from './workbench.ts';

const SERVICE = '/service/token';
const IPS = '/cgi-bin/getcallbackip';
const CLASSIC = '/cgi-bin/token';
const STABLE = '/cgi-bin/stable_token';
const giving =
  (answer: (nth: number) => object): Script[string] =>
  (_call, nth) =>
    answer(nth);

async function sharing(script: Script, options: WorkbenchOptions = {}) {
  const bench = await setUp({ ...NEW_TOKENS, ...script }, options);
  const credentials = {
    ...bench.credentials,
    tokenMode: 'shared' as const,
    sharedToken: {
      url: bench.wechat.url + SERVICE,
      bearer: 'planted-key',
      tokenPointer: '/access_token',
      expiryPointer: '/expires_in',
    },
  };
  const probe = createProbe(bench);
  return { ...bench, credentials, ask: () => probe.callbackIps(credentials) };
}

/** WeChat accepts this token alone. */
const accepting = (good: string): Script => ({
  [IPS]: ({ query }) => (query.access_token === good ? { ip_list: ['10.0.0.1'] } : { errcode: 40001 }),
});

it('reads the service once for five hundred visitors, and never asks WeChat for a token', async () => {
  const { ask, wechat, tokens, credentials } = await sharing({
    [SERVICE]: giving((nth) => ({ access_token: `shared-${nth}`, expires_in: 7000 })),
    ...accepting('shared-1'),
  });
  const answers = await Promise.all(Array.from({ length: 500 }, ask));
  expect(answers).toHaveLength(500);
  expect([wechat.count(SERVICE), wechat.count(IPS)]).toEqual([1, 500]);
  expect([wechat.count(STABLE), wechat.count(CLASSIC)]).toEqual([0, 0]);
  expect(tokens.status(credentials)).toMatchObject({
    mode: 'shared',
    cached: true,
    expiresIn: 7000,
    fetches: 1,
    fetchesToday: 0,
    dailyLimit: null,
    forceAgainAt: null,
  });
});

it('reads the service again, once, when WeChat refuses its token', async () => {
  const { ask, wechat } = await sharing({
    [SERVICE]: giving((nth) => ({ access_token: `shared-${nth}`, expires_in: 7000 })),
    ...accepting('shared-2'),
  });
  expect(await ask()).toEqual(['10.0.0.1']);
  expect([wechat.count(SERVICE), wechat.count(IPS)]).toEqual([2, 2]);
  const [first, second] = wechat.calls.filter(({ path }) => path === SERVICE);
  expect(first?.headers['cache-control']).toBeUndefined();
  expect(second?.headers['cache-control'], 'a cached answer will not do').toContain('no-cache');
});

it('does not run in circles over a dead token, and accuses nobody', async () => {
  const { ask, wechat, tokens, credentials, clock, logger } = await sharing({
    [SERVICE]: giving(() => ({ access_token: 'dead', expires_in: 7000 })),
    ...accepting('another'),
  });
  for (let minutes = 0; minutes < 30; minutes += 10) {
    const error = await ask().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TokenServiceFailed', kind: 'expired' });
    expect(failureOf(error, 'lookup')).toEqual({ reason: 'token', errcode: null });
    clock.advance(600_000);
  }
  expect([wechat.count(SERVICE), wechat.count(IPS)], 'two readings, one call, each time').toEqual([6, 3]);
  expect(tokens.status(credentials)).toMatchObject({ stolenAt: null, takenAbout: null });
  expect(logger.lines.filter((line) => line.startsWith('warn'))).toEqual([]);
});

it('believes the service again when it has another token', async () => {
  const { ask, clock } = await sharing({
    [SERVICE]: giving((nth) => ({ access_token: nth < 3 ? 'dead' : 'fresh', expires_in: 7000 })),
    ...accepting('fresh'),
  });
  await expect(ask()).rejects.toMatchObject({ kind: 'expired' });
  clock.advance(2_000);
  expect(await ask()).toEqual(['10.0.0.1']);
});

it.each([
  ['500', { kind: 'http_status', status: 500 }, 'platform_busy', 2],
  ['404', { kind: 'http_status', status: 404 }, 'token', 1],
  ['401', { kind: 'refused', status: 401 }, 'token', 1],
])('lets five hundred phones fail together: %s', async (status, facts, reason, readings) => {
  const { tokens, credentials, wechat } = await sharing({ [SERVICE]: () => new Raw(Number(status), '') });
  await Promise.allSettled(Array.from({ length: 500 }, () => tokens.get(credentials)));
  const error = await tokens.get(credentials).catch((failure: unknown) => failure);
  expect(error).toMatchObject(facts);
  expect(failureOf(error, 'lookup').reason).toBe(reason);
  expect(wechat.count(SERVICE)).toBe(readings);
});

it('does not try a refused key every two seconds, but lets the operator try', async () => {
  const { tokens, credentials, wechat, clock } = await sharing({ [SERVICE]: () => new Raw(401, '') });
  await expect(tokens.get(credentials)).rejects.toMatchObject({ kind: 'refused' });
  clock.advance(30_000);
  await expect(tokens.get(credentials)).rejects.toMatchObject({ kind: 'refused' });
  expect(wechat.count(SERVICE)).toBe(1);
  await expect(tokens.refresh(credentials)).rejects.toMatchObject({ kind: 'refused' });
  expect(wechat.count(SERVICE)).toBe(2);
});

it('says so when nobody has said where the service is', async () => {
  const { tokens, credentials } = await sharing({});
  const unset = tokens.get({ ...credentials, sharedToken: null });
  await expect(unset).rejects.toMatchObject({ name: 'TokenServiceFailed', kind: 'not_set' });
});

it('keeps a token of unknown age for five minutes at most, and renews it in the last', async () => {
  const { tokens, credentials, clock } = await sharing({
    [SERVICE]: giving((nth) => ({ access_token: `shared-${nth}` })),
  });
  await tokens.get(credentials);
  clock.advance(240_000);
  expect(await tokens.get(credentials)).toBe('shared-1');
  expect(tokens.status(credentials).fetches).toBe(1);
  clock.advance(10_000);
  expect(await tokens.get(credentials)).toBe('shared-1');
  await vi.waitFor(async () => expect(await tokens.get(credentials)).toBe('shared-2'));
  clock.advance(300_000);
  expect(await tokens.get(credentials)).toBe('shared-3');
});

it('outlives a restart sealed, and never meets another service', async () => {
  const folder = temporaryFolder();
  const { tokens, credentials, openTokens, wechat } = await sharing(
    { [SERVICE]: giving(() => ({ access_token: 'planted-shared', expires_in: 7000 })) },
    { folder },
  );
  await tokens.get(credentials);
  expect(readFileSync(join(folder, 'tokens.sealed'), 'utf8')).not.toMatch(/planted/);
  const restarted = openTokens().tokens;
  expect(await restarted.get({ ...credentials })).toBe('planted-shared');
  expect(wechat.count(SERVICE)).toBe(1);
  const { sharedToken } = credentials;
  const others = [
    { url: `${sharedToken.url}?a` },
    { bearer: null },
    { tokenPointer: '/x' },
    { expiryPointer: null },
  ];
  for (const other of others) {
    const changed = { ...credentials, sharedToken: { ...sharedToken, ...other } };
    expect(restarted.status(changed).cached, JSON.stringify(other)).toBe(false);
    expect(openTokens().tokens.status(changed).cached, JSON.stringify(other)).toBe(false);
  }
});
