/** Kinds of account, and settings that change while the platform runs. */
import { expect, test } from 'vitest';
import { defaultApp } from '#simulator/apps.ts';
import { type Client, openClient } from './client.ts';

const redirectUri = 'https://desk.example/callback';

async function pageCode(client: Client, as?: string, uri = redirectUri): Promise<string> {
  const response = await fetch(client.link({ as, redirectUri: uri }), { redirect: 'manual' });
  if (response.status === 302) return 'redirected';
  return /data-errcode="(\d*)"/.exec(await response.text())?.[1] ?? 'offered';
}

async function info(client: Client): Promise<unknown> {
  const query = { access_token: await client.token(), openid: client.openid('follower') };
  const { errcode, subscribe } = await client.get('/cgi-bin/user/info', query);
  return errcode ?? `subscribe ${subscribe}`;
}

test.each([
  [{}, 'offered', 'subscribe 1'],
  [{ verified: false }, '10005', 48001],
  [{ kind: 'test', verified: false }, 'offered', 'subscribe 1'],
  [{ kind: 'subscription' }, '10005', 'subscribe 1'],
  [{ kind: 'subscription', verified: false }, '10005', 48001],
] as const)('an account that is %j: authorize page %s, user/info %s', async (settings, page, answer) => {
  const client = await openClient({ apps: [{ ...defaultApp, ...settings }] });
  expect(await pageCode(client)).toBe(page);
  expect(await info(client)).toBe(answer);
  const access = { access_token: await client.token() };
  expect(await client.get('/cgi-bin/getcallbackip', access)).toHaveProperty('ip_list');
});

test('a test account lets in its followers only, and has room for a hundred', async () => {
  const client = await openClient({ apps: [{ ...defaultApp, kind: 'test' }] });
  const { simulator, openid } = client;
  expect(await pageCode(client, 'follower')).toBe('redirected');
  expect(await pageCode(client, 'stranger')).toBe('10006');
  expect(await pageCode(client, 'new')).toBe('10006');
  simulator.people.follow('stranger');
  expect(await pageCode(client, 'stranger')).toBe('redirected');
  simulator.people.addMany(200, { followEvery: 1 });
  expect(simulator.people.list().filter(({ following }) => following)).toHaveLength(100);
  expect(() => simulator.people.follow('snapshot')).toThrow('100 followers');
  const body = new URLSearchParams({ openid: openid('snapshot'), follow: '1' });
  const full = await fetch(simulator.accountUrl(), { method: 'POST', body });
  expect(await full.text()).toContain('测试号最多 100 个粉丝');
  const control = `${simulator.url}/simulator/people/snapshot`;
  expect((await fetch(control, { method: 'POST', body: '{"subscribe":1}' })).status).toBe(409);
});

test('domains and scheme change while it runs', async () => {
  const client = await openClient();
  const { simulator } = client;
  expect(await pageCode(client)).toBe('offered');
  simulator.configure({ redirectDomains: ['other.example'] });
  expect(await pageCode(client)).toBe('10003');
  simulator.configure({ redirectDomains: ['other.example', 'desk.example'], redirectScheme: 'https' });
  expect(await pageCode(client)).toBe('offered');
  expect(await pageCode(client, undefined, 'https://desk.example:443/callback')).toBe('10003');
  expect(await pageCode(client, undefined, 'http://desk.example/callback')).toBe('10039');
  simulator.reset();
  expect(await pageCode(client, undefined, 'http://anywhere.example/callback')).toBe('offered');
});

test('a frozen secret stops the token calls only; one that was reset stops the exchange too', async () => {
  const client = await openClient();
  const { simulator, appId, secret, get, code } = client;
  const ask = () => get('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret });
  const exchange = async () =>
    get('/sns/oauth2/access_token', {
      appid: appId,
      secret,
      code: await code('follower'),
      grant_type: 'authorization_code',
    });
  simulator.configure({ secretState: 'frozen' });
  expect(await ask()).toMatchObject({ errcode: 40243 });
  expect(await exchange()).toHaveProperty('openid');
  simulator.configure({ secretState: 'wrong' });
  expect(await ask()).toMatchObject({ errcode: 40125 });
  expect(await exchange()).toMatchObject({ errcode: 40125 });
  simulator.configure({ secretState: 'ok' });
  expect(await ask()).toHaveProperty('access_token');
});
