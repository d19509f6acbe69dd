/** Every fault as a client meets it, over real sockets. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Client, openClient } from './client.ts';

const info = '/cgi-bin/user/info';

async function asker(client: Client) {
  const query = { access_token: await client.token(), openid: client.openid('follower') };
  return {
    query,
    ask: () => client.get(info, query),
    raw: () => fetch(`${client.simulator.url}${info}?${new URLSearchParams(query)}`),
  };
}

test('a token storm ends for whoever fetches a new token', async () => {
  const client = await openClient();
  const before = await asker(client);
  client.simulator.faults.on('tokenStorm');
  expect(await before.ask()).toMatchObject({ errcode: 40001 });
  expect(await before.ask()).toMatchObject({ errcode: 40001 });
  const after = await asker(client);
  expect(after.query.access_token).not.toBe(before.query.access_token);
  expect(await after.ask()).toMatchObject({ subscribe: 1 });
});

test('a counted token storm fails whatever the token', async () => {
  const client = await openClient();
  client.simulator.faults.on('tokenStorm', { times: 2 });
  for (const errcode of [40001, 40001, undefined]) {
    expect((await (await asker(client)).ask()).errcode).toBe(errcode);
  }
});

test('refusals: 40164 with the address, 40243, 45009, -1, and any other', async () => {
  const client = await openClient();
  const { ask } = await asker(client);
  const { faults } = client.simulator;
  const body = { grant_type: 'client_credential', appid: client.appId, secret: client.secret };
  faults.on('ipNotAllowed', { times: 1 });
  const refused = await client.post('/cgi-bin/stable_token', body);
  expect(refused.errcode).toBe(40164);
  expect(refused.errmsg).toMatch(
    /^invalid ip 203\.0\.113\.7 ipv6 ::ffff:203\.0\.113\.7, not in whitelist rid: \S+$/,
  );
  faults.on('wrongSecretFrozen', { times: 1 });
  expect(await client.get('/cgi-bin/token', body)).toMatchObject({ errcode: 40243 });
  faults.on('quota', { times: 1 });
  expect(await ask()).toMatchObject({ errcode: 45009 });
  faults.on('busy', { times: 1 });
  expect(await ask()).toMatchObject({ errcode: -1, errmsg: expect.stringMatching(/^system error rid: /) });
  faults.answer({ path: info, errcode: 48004, errmsg: 'api forbidden', times: 1 });
  expect(await ask()).toMatchObject({
    errcode: 48004,
    errmsg: expect.stringMatching(/^api forbidden rid: /),
  });
  expect(await ask()).toMatchObject({ subscribe: 1 });
});

test('no JSON: garbage with 200, a gateway’s error page, a broken connection', async () => {
  const client = await openClient();
  const { raw } = await asker(client);
  const { faults } = client.simulator;
  faults.on('garbage', { times: 1 });
  const garbage = await raw();
  expect(garbage.status).toBe(200);
  expect(await garbage.text()).toMatch(/^<html>/);
  faults.on('httpStatus', { times: 2 });
  expect((await raw()).status).toBe(502);
  faults.on('httpStatus', { times: 1, value: 503 });
  expect((await raw()).status).toBe(503);
  faults.on('reset', { times: 1 });
  await expect(raw()).rejects.toThrow('fetch failed');
  expect((await raw()).status).toBe(200);
});

test('a reset leaves the code unspent, a lost answer does not', async () => {
  const client = await openClient();
  const exchange = (code: string) =>
    client.get('/sns/oauth2/access_token', {
      appid: client.appId,
      secret: client.secret,
      code,
      grant_type: 'authorization_code',
    });
  const [unspent, spent] = [await client.code('follower'), await client.code('follower')];
  client.simulator.faults.on('reset', { times: 1 });
  await expect(exchange(unspent)).rejects.toThrow('fetch failed');
  expect(await exchange(unspent)).toHaveProperty('openid');
  client.simulator.faults.on('lostAnswer', { times: 1 });
  await expect(exchange(spent)).rejects.toThrow('fetch failed');
  expect(await exchange(spent)).toMatchObject({ errcode: 40163 });
});

test('a slow answer comes late, and the call is done at once', async () => {
  const client = await openClient({ latencyMs: 30 });
  const { ask } = await asker(client);
  client.simulator.faults.on('slow', { value: 120, times: 1 });
  const started = performance.now();
  const late = ask();
  const quick = ask();
  expect(await quick).toMatchObject({ subscribe: 1 });
  client.simulator.people.unfollow('follower');
  expect(await late).toMatchObject({ subscribe: 1 });
  expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  expect(await ask()).toMatchObject({ subscribe: 0 });
});

test('the date can be skewed, on API answers and on the bare address', async () => {
  const client = await openClient();
  const { raw } = await asker(client);
  const ahead = (response: Response) =>
    Math.round((Date.parse(response.headers.get('date') ?? '') - Date.now()) / 1000);
  const root = () => fetch(client.simulator.url, { method: 'HEAD', redirect: 'manual' });
  expect(Math.abs(ahead(await root()))).toBeLessThanOrEqual(2);
  client.simulator.faults.on('dateSkew', { value: -900 });
  for (const response of [await root(), await raw()]) {
    expect(response.status).toBe(200);
    expect(Math.abs(ahead(response) + 900)).toBeLessThanOrEqual(2);
  }
  client.simulator.faults.on('reset');
  await expect(root()).rejects.toThrow('fetch failed');
});

test('spoilt answers: a raw control character, no subscribe', async () => {
  const client = await openClient();
  const { raw } = await asker(client);
  client.simulator.faults.on('controlCharacters', { times: 1 });
  const spoilt = await (await raw()).text();
  expect(spoilt).toContain('"remark":"\u0001老会员"');
  expect(() => JSON.parse(spoilt)).toThrow(SyntaxError);
  client.simulator.faults.on('missingSubscribe', { times: 1 });
  const missing = await (await raw()).json();
  expect(missing).not.toHaveProperty('subscribe');
  expect(missing).toHaveProperty('subscribe_time');
});

test('a double callback: two codes, one state, the phone comes second', async () => {
  const visits: URL[] = [];
  const callback = createServer((request, response) => {
    visits.push(new URL(request.url ?? '', 'http://callback'));
    response.end();
  });
  await new Promise<void>((resolve) => callback.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void callback.close());
  const redirectUri = `http://127.0.0.1:${(callback.address() as AddressInfo).port}/callback`;
  const { simulator, link } = await openClient();
  simulator.faults.on('doubleCallback', { times: 1 });
  for (const expected of [2, 3]) {
    await (await fetch(link({ as: 'follower', redirectUri }))).text();
    expect(visits).toHaveLength(expected);
  }
  expect(new Set(visits.map((visit) => visit.searchParams.get('code'))).size).toBe(3);
  expect(new Set(visits.map((visit) => visit.searchParams.get('state')))).toEqual(new Set(['abc123']));
});

test('closing does not wait for a slow answer', async () => {
  const client = await openClient();
  const { ask } = await asker(client);
  client.simulator.faults.on('slow', { value: 60_000 });
  const late = ask();
  late.catch(() => {});
  await expect.poll(() => client.simulator.calls.count(info)).toBe(1);
  await client.simulator.close();
  await expect(late).rejects.toThrow('fetch failed');
});
