/** The lock over the wire: it keeps people out and not programs, and no procedure is forgotten. */
import { expect, test } from 'vitest';
import { rules } from '#server/router/access.ts';
import { contract } from '#shared/contract/contract.ts';
import { openDoor } from '../../support/door.ts';
import { overPort } from './connect-console.ts';
import { bearer, openConsole } from './open-console.ts';
import { ask } from './open-listener.ts';

const PIN = '739100';

async function openLocked() {
  const door = await openDoor();
  const console = await openConsole(door.app);
  expect((await console.rest('PUT', '/lock/pin', { pin: PIN })).json).toMatchObject({
    hasPin: true,
    isLocked: true,
  });
  return { ...door, ...console };
}

/** Each procedure's way in, with whatever as input: the lock comes before the input is looked at. */
const routes = Object.entries(contract).flatMap(([noun, procedures]) =>
  Object.entries(procedures).map(([verb, procedure]) => {
    const { method = 'POST', path = '' } = procedure['~orpc'].route;
    const rule = (rules as Record<string, Record<string, unknown>>)[noun]?.[verb];
    return { name: `${noun}.${verb}`, method, path: path.replaceAll(/\{\w+\}/g, 'x'), rule };
  }),
);
/** Node's client sends a DELETE with its length only when told. */
function bodyFor(method: string): object | undefined {
  return method === 'GET' || method === 'DELETE' ? undefined : {};
}
const behindPin = routes.filter(({ rule }) => rule === 'pin');

test('the table knows every procedure', () => {
  expect(behindPin.length).toBeGreaterThan(30);
  for (const { name, rule } of routes)
    expect([name, rule]).toEqual([name, expect.toSatisfy((known) => known !== undefined)]);
});

test('each procedure behind the PIN is refused to a person and not to a program', async () => {
  const { person, rest } = await openLocked();
  for (const { name, method, path } of behindPin.filter(({ name: asked }) => asked !== 'lock.removePin')) {
    const body = bodyFor(method);
    const answer = await person(method, path, body);
    expect([name, answer.status, answer.json]).toEqual([
      name,
      423,
      { code: 'LOCKED', message: 'Type the PIN first', data: { isKiosk: false } },
    ]);
    expect([name, (await rest(method, path, body)).status]).not.toEqual([name, 423]);
  }
});

test('the same over our own page’s wires: /rpc and the desktop’s port', async () => {
  const { app, url, signIn } = await openLocked();
  const { client } = overPort(app);
  await expect(client.host.network()).rejects.toMatchObject({ code: 'LOCKED', status: 423 });
  expect((await client.accounts.list()).items).toHaveLength(1);
  const headers = { cookie: await signIn(), origin: url, 'content-type': 'application/json' };
  const answer = await ask(`${url}/rpc/host/network`, { method: 'POST', headers, body: '{}' });
  expect([answer.status, JSON.parse(answer.text).json.code]).toEqual([423, 'LOCKED']);
});

test('files are behind the PIN like the exports that are procedures', async () => {
  const { url, signIn } = await openLocked();
  const cookie = await signIn();
  for (const path of ['/api/scans/export?format=csv', '/api/lookups/x/export?format=csv']) {
    const refused = await ask(url + path, { headers: { cookie } });
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([423, 'LOCKED']);
    expect((await ask(url + path, { headers: bearer })).status).not.toBe(423);
  }
});

test('the desk, look-ups and looks go on while locked; the rest of the settings do not', async () => {
  const { person, entry } = await openLocked();
  for (const path of [
    '/scans',
    '/entries',
    `/entries/${entry.id}/code`,
    '/host',
    '/accounts',
    '/lookups',
    '/board',
  ])
    expect([path, (await person('GET', path)).status]).toEqual([path, 200]);
  expect((await person('PATCH', '/host/settings', { theme: 'dark', language: 'en' })).status).toBe(200);
  for (const patch of [{ theme: 'dark', keepDays: 1 }, { callbackPort: 0 }, { maskOpenids: false }, {}])
    expect((await person('PATCH', '/host/settings', patch)).status).toBe(423);
  const asked = `/accounts/${entry.accountId}/doctor`;
  expect((await person('POST', asked, { checks: ['api_reachable'] })).status).toBe(200);
  for (const body of [{}, { checks: ['api_reachable', 'whitelist'] }, { checks: 'api_reachable' }])
    expect((await person('POST', asked, body)).status).toBe(423);
});

test('the right PIN opens, a wrong one says how often it may be tried, and no answer repeats it', async () => {
  const { person, logger } = await openLocked();
  const wrong = await person('POST', '/lock/unlock', { pin: '111111' });
  expect([wrong.status, wrong.json.code, wrong.json.data]).toEqual([
    422,
    'WRONG_PIN',
    { typed: 'pin', triesLeft: 4, retryAfterSeconds: 0 },
  ]);
  expect((await person('POST', '/lock/unlock', { pin: 'abcd' })).json.code).toBe('BAD_REQUEST');
  expect((await person('GET', '/host/network')).status).toBe(423);
  const right = await person('POST', '/lock/unlock', { pin: PIN });
  expect(right.json).toMatchObject({ isLocked: false, triesLeft: 5 });
  expect((await person('GET', '/host/network')).status).toBe(200);
  expect((await person('POST', '/lock/lock')).json).toMatchObject({ isLocked: true });
  expect(wrong.text + right.text + JSON.stringify(logger.lines)).not.toMatch(/739100|111111/);
});

test('after five wrong ones the next has to wait, also the right one and also on another page', async () => {
  const { person } = await openLocked();
  for (let guess = 0; guess < 5; guess += 1) await person('POST', '/lock/unlock', { pin: `11111${guess}` });
  const early = await person('POST', '/lock/unlock', { pin: PIN });
  expect([early.status, early.json.code]).toEqual([429, 'TOO_SOON']);
  expect((await person('GET', '/lock')).json).toMatchObject({ triesLeft: 0, isLocked: true });
});

test('in kiosk mode a person gets the desk and nothing else, also after a start', async () => {
  const { person, rest, app } = await openLocked();
  expect((await person('POST', '/lock/kiosk')).json).toMatchObject({ isKiosk: true });
  for (const { name, method, path, rule } of routes) {
    if (rule === 'desk') continue;
    const answer = await person(method, path, bodyFor(method));
    expect([name, answer.status, answer.json.data]).toEqual([name, 423, { isKiosk: true }]);
  }
  for (const path of ['/scans', '/entries', '/host', '/accounts', '/board'])
    expect([path, (await person('GET', path)).status]).toEqual([path, 200]);
  expect((await rest('GET', '/host/network')).status).toBe(200);
  expect(app.lock.now()).toEqual({ isLocked: true, isKiosk: true });
  expect((await person('POST', '/lock/unlock', { pin: PIN })).json).toMatchObject({ isKiosk: false });
});

test('a forgotten PIN goes with the account’s AppSecret, or for a program', async () => {
  const { person, rest, wechat } = await openLocked();
  const [simulated] = wechat.apps;
  const guess = await person('POST', '/lock/forgotten', { appSecret: 'guess' });
  expect(guess.json).toMatchObject({ code: 'WRONG_PIN', data: { typed: 'app_secret', triesLeft: 4 } });
  const known = await person('POST', '/lock/forgotten', { appSecret: simulated?.appSecret });
  expect(known.json).toMatchObject({ hasPin: false, isLocked: false });
  await rest('PUT', '/lock/pin', { pin: PIN });
  expect((await person('DELETE', '/lock/pin')).status).toBe(423);
  expect((await rest('DELETE', '/lock/pin')).json).toMatchObject({ hasPin: false });
});

test('an earlier version of the settings does not take the PIN away', async () => {
  const { rest, app } = await openLocked();
  const { items } = (await rest('GET', '/backups')).json;
  const before = items.at(-1).name;
  expect((await rest('POST', `/backups/${before}/restore`)).status).toBe(200);
  expect(app.lock.state()).toMatchObject({ hasPin: true, isLocked: true });
});
