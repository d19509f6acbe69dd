/** Who may use the console: by session, by Host, by Origin, by whose page it was. Everything else is turned away. */
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../support/an-account.ts';
import { bearer, openConsole, partialApp, token } from './open-console.ts';
import { ask } from './open-listener.ts';

const account = anAccount({ id: 'a1', name: 'Door' });
const app = partialApp({ accounts: { list: () => [], create: () => account } });
const json = { 'content-type': 'application/json' };
const newAccount = JSON.stringify({ appId: 'wx00112233445566', appSecret: 'hush' });

describe('without a session', () => {
  test.each([
    ['GET', '/api/accounts', {}],
    ['GET', '/api/nothing', {}],
    ['GET', '/api', {}],
    ['GET', '/api/openapi.json', {}],
    ['GET', '/api/scans/export?format=csv', {}],
    ['GET', '/api/scans/live', {}],
    ['POST', '/api/accounts', json],
    ['POST', '/rpc/accounts/list', json],
    ['GET', '/rpc', {}],
    ['GET', '/%61pi/accounts', {}],
    ['GET', '/api/accounts', { authorization: 'Bearer wrong' }],
    ['GET', '/api/accounts', { authorization: `Basic ${token}` }],
    ['GET', '/api/accounts', { authorization: token }],
    ['GET', `/api/accounts?token=${token}`, {}],
    ['GET', '/api/accounts', { cookie: `followdesk_session=${token}` }],
  ])('%s %s with %j is 401', async (method, path, headers: Record<string, string>) => {
    const { url } = await openConsole(app);
    const answer = await ask(url + path, { method, headers });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toEqual({
      code: 'UNAUTHORIZED',
      message: expect.any(String),
      data: {},
    });
  });

  test('HEAD is refused as well', async () => {
    const { url } = await openConsole(app);
    expect((await ask(`${url}/api/accounts`, { method: 'HEAD' })).status).toBe(401);
  });
});

test('the token opens the API, whatever the case of its scheme', async () => {
  const { url } = await openConsole(app);
  for (const authorization of [`Bearer ${token}`, `bearer  ${token}`])
    expect((await ask(`${url}/api/accounts`, { headers: { authorization } })).status).toBe(200);
});

describe('Host', () => {
  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['[::1]', true],
    ['evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['192.168.1.5', false],
    ['0.0.0.0', false],
  ])('%s with our port: %s', async (name, ours) => {
    const { url } = await openConsole(app);
    const headers = { ...bearer, host: `${name}:${new URL(url).port}` };
    for (const path of ['/api/accounts', '/', '/assets/index-Bx1y2z3.js'])
      expect((await ask(url + path, { headers })).status).toBe(ours ? 200 : 403);
  });

  test.each(['127.0.0.1', '127.0.0.1:1'])('%j has not our port', async (host) => {
    const { url } = await openConsole(app);
    const answer = await ask(`${url}/api/accounts`, { headers: { ...bearer, host } });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).code).toBe('FORBIDDEN');
  });
});

describe('Origin', () => {
  test.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:1', 403],
    ['https://127.0.0.1:PORT', 403],
    ['http://localhost:PORT', 403],
    ['http://127.0.0.1:PORT.evil.example', 403],
    ['http://127.0.0.1:PORT', 200],
  ])('%s is answered %i, also with the token', async (origin, status) => {
    const { url } = await openConsole(app);
    const headers = { ...bearer, origin: origin.replace('PORT', new URL(url).port) };
    for (const [method, path] of [
      ['GET', '/api/accounts'],
      ['GET', '/'],
    ] as const)
      expect((await ask(url + path, { method, headers })).status).toBe(status);
  });

  test('a preflight is not granted', async () => {
    const { url } = await openConsole(app);
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const answer = await ask(`${url}/api/accounts`, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).join()).not.toContain('access-control');
  });
});

describe('a cookie changes something only for our own page', () => {
  test.each<[string, Record<string, string>, number]>([
    ['our page, by Origin', { origin: 'SELF' }, 201],
    ['our page, by fetch metadata', { 'sec-fetch-site': 'same-origin' }, 201],
    ['who says nothing', {}, 403],
    ['a page on another port', { origin: 'SELF', 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a navigation', { 'sec-fetch-site': 'none' }, 403],
  ])('%s', async (_who, said, status) => {
    const { url, signIn } = await openConsole(app);
    const cookie = await signIn();
    const headers = { ...json, ...said, cookie, ...(said.origin ? { origin: url } : {}) };
    const answer = await ask(`${url}/api/accounts`, { method: 'POST', headers, body: newAccount });
    expect(answer.status).toBe(status);
  });

  test('reading needs only that no foreign page asks', async () => {
    const { url, signIn } = await openConsole(app);
    const cookie = await signIn();
    const read = (headers: Record<string, string>) =>
      ask(`${url}/api/accounts`, { headers: { cookie, ...headers } });
    expect((await read({})).status).toBe(200);
    expect((await read({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await read({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await read({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
