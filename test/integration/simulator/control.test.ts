/** The switches over HTTP, for tests that run the simulator as a process; this machine only. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

async function openControl() {
  const client = await openClient();
  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${client.simulator.url}/simulator/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }
  return { ...client, call };
}

test('people are listed, added, and made to follow', async () => {
  const { call, openid, simulator } = await openControl();
  const { body } = await call('GET', 'people');
  expect(body.total).toBe(4);
  expect(body.people[0]).toMatchObject({ kind: 'follower', openid: openid('follower'), subscribe: 1 });
  const added = await call('POST', 'people', { count: 4, followEvery: 2 });
  const following = added.body.openids.map((each: string) => simulator.people.find(each)?.following);
  expect(following).toEqual([true, false, true, false]);
  expect((await call('POST', 'people/stranger', { subscribe: 1 })).body).toMatchObject({ subscribe: 1 });
  expect(simulator.people.find('stranger')?.following).toBe(true);
  expect((await call('POST', `people/${openid('follower')}`, { subscribe: 0 })).body).toMatchObject({
    subscribe: 0,
  });
  expect((await call('POST', 'people/nobody', { subscribe: 1 })).status).toBe(404);
  expect((await call('POST', 'people/stranger', {})).status).toBe(400);
  expect((await call('POST', 'people', { count: -1 })).status).toBe(400);
});

test('faults are put as a whole list, or not at all', async () => {
  const { call, simulator, get } = await openControl();
  const list = [
    { name: 'slow', value: 5, paths: ['/cgi-bin/*'] },
    { name: 'answer', path: '/cgi-bin/token', errcode: 50004, times: 2 },
  ];
  expect((await call('PUT', 'faults', { faults: list })).status).toBe(200);
  expect(await get('/cgi-bin/token')).toMatchObject({ errcode: 50004 });
  const { body } = await call('GET', 'faults');
  expect(body.faults).toMatchObject([
    { name: 'slow', value: 5, paths: ['/cgi-bin/*'] },
    { name: 'answer', errcode: 50004, times: 1, paths: ['/cgi-bin/token'] },
  ]);
  for (const wrong of [
    {},
    { faults: [{ name: 'nope' }] },
    { faults: [null] },
    { faults: [{ name: 'answer' }] },
  ]) {
    expect((await call('PUT', 'faults', wrong)).status).toBe(400);
  }
  expect(simulator.faults.list()).toHaveLength(2);
  expect((await call('PUT', 'faults', body)).body).toEqual(body);
  expect((await call('PUT', 'faults', { faults: [] })).body).toEqual({ faults: [] });
});

test('calls are counted by path; reset starts over', async () => {
  const { call, get, token, code, simulator, appId, secret } = await openControl();
  const [access, spent] = [await token(), await code('new')];
  await get('/cgi-bin/user/get', { access_token: access });
  await get('/cgi-bin/user/get');
  simulator.people.follow('stranger');
  simulator.faults.on('slow', { value: 1 });
  const expected = { '/cgi-bin/stable_token': 1, '/connect/oauth2/authorize': 1, '/cgi-bin/user/get': 2 };
  expect((await call('GET', 'calls')).body).toEqual(expected);
  expect(simulator.calls.count()).toBe(4);
  expect((await call('POST', 'reset')).status).toBe(204);
  expect(simulator.calls.all()).toEqual({});
  expect(simulator.faults.list()).toEqual([]);
  expect(simulator.people.find('stranger')?.following).toBe(false);
  expect(simulator.people.find('new')).toBeUndefined();
  expect(await get('/cgi-bin/user/get', { access_token: access })).toMatchObject({ errcode: 40001 });
  const exchange = { appid: appId, secret, code: spent, grant_type: 'authorization_code' };
  expect(await get('/sns/oauth2/access_token', exchange)).toMatchObject({ errcode: 40029 });
});

test.each([
  ['a foreign Host', { host: 'simulator.example' }, 403],
  ['a name that only begins like ours', { host: '127.0.0.1.example:80' }, 403],
  ['a LAN address', { host: '192.0.2.7:5190' }, 403],
  ['a foreign page', { origin: 'https://page.example' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['a page of this machine', { origin: 'http://localhost:5173' }, 204],
  ['localhost', { host: 'localhost:5190' }, 204],
  ['IPv6 loopback', { host: '[::1]:5190' }, 204],
])('%s', async (_, headers, expected) => {
  const { simulator } = await openClient();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const url = `${simulator.url}/simulator/reset`;
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
  expect(status).toBe(expected);
});
