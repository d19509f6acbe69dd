/** Who may read an account's token over HTTP: the bearer of that account's key, and nobody else. */
import { describe, expect, test } from 'vitest';
import type { App } from '#core/app.ts';
import { TokenServiceFailed, WeChatRefused, WrongTokenMode } from '#core/errors.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import { bearer, token as consoleToken, openConsole, partialApp } from './open-console.ts';
import { ask } from './open-listener.ts';

const KEY = 'fdt_the-key-of-a1';
const PATH = '/api/accounts/a1/token';
const status: TokenStatus = {
  mode: 'stable',
  cached: true,
  fetchedAt: null,
  expiresAt: null,
  expiresIn: 7000,
  fetches: 1,
  fetchesToday: 1,
  dailyLimit: 500_000,
  forcedToday: 0,
  forceAgainAt: null,
  stolenAt: null,
  takenAbout: null,
};
const doubts: boolean[] = [];

function serving(reveal?: App['tokens']['reveal']): App {
  return partialApp({
    accounts: { list: () => [] },
    tokens: {
      status: () => status,
      reveal:
        reveal ??
        (async (accountId, key, isDoubted) => {
          if (accountId !== 'a1' || key !== KEY) return null;
          doubts.push(isDoubted);
          return { token: 'planted-token', expiresIn: 7000, expiresAt: Date.parse('2026-11-23T12:00:00Z') };
        }),
    },
  });
}

type Headers = Record<string, string>;

const withKey = (key: string): Headers => ({ authorization: `Bearer ${key}` });

test.each(['?reveal', '?reveal=', '?reveal=1', '?x=1&reveal', '?%72eveal'])(
  '%s with the key',
  async (query) => {
    const { url } = await openConsole(serving());
    const answer = await ask(url + PATH + query, { headers: withKey(KEY) });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(JSON.parse(answer.text)).toEqual({
      access_token: 'planted-token',
      expires_in: 7000,
      expires_at: '2026-11-23T12:00:00.000Z',
    });
  },
);

test('a reader whose token was refused says so in HTTP’s own words', async () => {
  const { url } = await openConsole(serving());
  doubts.length = 0;
  const asked: Headers[] = [{}, { 'cache-control': 'no-cache' }, { 'cache-control': 'No-Store, No-Cache' }];
  for (const words of asked) await ask(`${url}${PATH}?reveal`, { headers: { ...withKey(KEY), ...words } });
  expect(doubts).toEqual([false, true, true]);
});

describe('without the key', () => {
  test('the console’s own token does not open it, nor does a session', async () => {
    const { url, signIn } = await openConsole(serving());
    for (const headers of [bearer, { cookie: await signIn() }, { ...bearer, cookie: await signIn() }]) {
      const answer = await ask(`${url}${PATH}?reveal`, { headers });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toEqual({ code: 'FORBIDDEN', message: expect.any(String), data: {} });
      expect(answer.text).not.toContain('planted');
    }
  });

  test('an unknown account and a wrong key are answered alike', async () => {
    const { url } = await openConsole(serving());
    const answers = [
      await ask(`${url}${PATH}?reveal`),
      await ask(`${url}${PATH}?reveal`, { headers: withKey('wrong') }),
      await ask(`${url}/api/accounts/nobody/token?reveal`, { headers: withKey(KEY) }),
      await ask(`${url}${PATH}?reveal=${KEY}`),
    ];
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
  });

  test('who goes on trying is told to wait, and nobody else is', async () => {
    const { url } = await openConsole(serving());
    const tries = [];
    for (let count = 0; count < 15; count++)
      tries.push(await ask(`${url}${PATH}?reveal`, { headers: withKey(`wrong ${count}`) }));
    expect(tries.slice(0, 10).map((answer) => answer.status)).toEqual(Array(10).fill(401));
    expect(tries.slice(10).map((answer) => answer.status)).toEqual(Array(5).fill(429));
    expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(`${url}${PATH}?reveal`, { headers: withKey(KEY) })).status).toBe(200);
  });
});

describe('the key opens nothing else', () => {
  test.each([
    ['GET', PATH],
    ['GET', '/api/accounts'],
    ['GET', '/api/accounts?reveal'],
    ['POST', `${PATH}?reveal`],
    ['HEAD', `${PATH}?reveal`],
    ['GET', `${PATH}/?reveal`],
    ['GET', `${PATH}/refresh?reveal`],
    ['GET', '/'],
  ])('%s %s', async (method, path) => {
    const { url } = await openConsole(serving());
    const answer = await ask(url + path, { method, headers: withKey(KEY) });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain('planted');
  });

  test('nor does it pass a foreign page or another name', async () => {
    const { url } = await openConsole(serving());
    const strangers: Headers[] = [{ origin: 'https://evil.example' }, { host: 'evil.example' }];
    for (const foreign of strangers) {
      const headers = { ...withKey(KEY), ...foreign };
      expect((await ask(`${url}${PATH}?reveal`, { headers })).status).toBe(403);
    }
  });
});

test('without ?reveal the status is as it was, for the console’s token only', async () => {
  const { url } = await openConsole(serving());
  for (const path of [PATH, `${PATH}?revealed`, `${PATH}?x=reveal`]) {
    const answer = await ask(url + path, { headers: withKey(consoleToken) });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual(status);
  }
});

test.each([
  [new WrongTokenMode('a1', 'shared'), 409, 'WRONG_TOKEN_MODE', { accountId: 'a1', tokenMode: 'shared' }],
  [
    new WeChatRefused({ errcode: 40164, rid: null, endpoint: '/cgi-bin/token', ip: '1.2.3.4' }),
    502,
    'WECHAT_REFUSED',
    { errcode: 40164, rid: null, endpoint: '/cgi-bin/token', ip: '1.2.3.4' },
  ],
  [
    new TokenServiceFailed('unreachable'),
    502,
    'TOKEN_SERVICE_FAILED',
    { cause: 'unreachable', status: null },
  ],
  [new Error('planted-token in a message'), 500, 'INTERNAL_SERVER_ERROR', {}],
])('%s is %i %s', async (error, httpStatus, code, data) => {
  const { url, logger } = await openConsole(serving(() => Promise.reject(error)));
  const answer = await ask(`${url}${PATH}?reveal`, { headers: withKey(KEY) });
  expect(answer.status).toBe(httpStatus);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(JSON.parse(answer.text)).toEqual({ code, message: expect.any(String), data });
  expect(answer.text).not.toContain('planted');
  expect(logger.lines.filter((line) => line.startsWith('error'))).toHaveLength(httpStatus === 500 ? 1 : 0);
});
