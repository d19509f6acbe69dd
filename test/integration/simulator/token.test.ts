/** The token calls over real sockets: what they take, and what they refuse. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

const plain = '/cgi-bin/token';
const stable = '/cgi-bin/stable_token';

test.each([
  ['plain', plain],
  ['stable', stable],
])('the %s call complains in order and then answers', async (_, path) => {
  const { appId, secret, get, post } = await openClient();
  const ask = (query: Record<string, string>) => (path === plain ? get(path, query) : post(path, query));
  const grant = { grant_type: 'client_credential' };
  const wrong: [Record<string, string>, number][] = [
    [{ appid: appId, secret }, 40002],
    [{ grant_type: 'authorization_code', appid: appId, secret }, 40002],
    [{ ...grant, secret }, 41002],
    [{ ...grant, appid: appId }, 41004],
    [{ ...grant, appid: 'wx0', secret }, 40013],
    [{ ...grant, appid: appId, secret: 'x' }, 40125],
  ];
  for (const [query, errcode] of wrong) {
    const answer = await ask(query);
    expect(answer).toEqual({
      errcode,
      errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
    });
  }
  const answer = await ask({ ...grant, appid: appId, secret });
  expect(answer).toEqual({ access_token: expect.stringMatching(/^[\w-]{100,512}$/), expires_in: 7200 });
  expect(await get('/cgi-bin/getcallbackip', { access_token: `${answer.access_token}` })).toHaveProperty(
    'ip_list',
  );
});

test('stable_token reads JSON bodies only', async () => {
  const { appId, secret, post } = await openClient();
  const body = { grant_type: 'client_credential', appid: appId, secret };
  expect(await post(stable, '', body)).toMatchObject({ errcode: 44002 });
  expect(await post(stable, `${new URLSearchParams(body)}`)).toMatchObject({ errcode: 47001 });
  expect(await post(stable, { ...body, force_refresh: 'yes' })).toMatchObject({ errcode: 47001 });
  expect(await post(stable, { ...body, force_refresh: true })).toMatchObject({ expires_in: 7200 });
});

test('the method is checked before anything else', async () => {
  const { get, post } = await openClient();
  expect(await get(stable)).toMatchObject({ errcode: 43002 });
  expect(await post(plain, '{}')).toMatchObject({ errcode: 43001 });
  expect(await post('/cgi-bin/user/info', '{}')).toMatchObject({ errcode: 43001 });
  expect(await get('/cgi-bin/user/info/batchget')).toMatchObject({ errcode: 43002 });
});

test('tokens of the two kinds do not open each other’s doors', async () => {
  const { get, token, code, appId, secret, openid } = await openClient();
  const exchange = { appid: appId, secret, code: await code('follower'), grant_type: 'authorization_code' };
  const { access_token: userToken } = await get('/sns/oauth2/access_token', exchange);
  const query = { openid: openid('follower') };
  const globalToken = await token();
  const ask = async (path: string, value: unknown) =>
    (await get(path, { ...query, access_token: `${value}` })).errcode;
  expect(await ask('/cgi-bin/user/info', userToken)).toBe(40001);
  expect(await ask('/sns/auth', globalToken)).toBe(40001);
  expect(await ask('/cgi-bin/user/info', globalToken)).toBeUndefined();
  expect(await ask('/sns/auth', userToken)).toBe(0);
});

test('missing, malformed, unknown and expired tokens', async () => {
  let now = 1_790_000_000_000;
  const { get, token } = await openClient({ clock: () => now });
  const ask = async (query: Record<string, string>) => (await get('/cgi-bin/user/get', query)).errcode;
  const value = await token();
  expect(await ask({})).toBe(41001);
  expect(await ask({ access_token: '!' })).toBe(40014);
  expect(await ask({ access_token: 'ACCESS_TOKEN' })).toBe(40001);
  expect(await ask({ access_token: value })).toBeUndefined();
  now += 7_200_000;
  expect(await ask({ access_token: value })).toBe(42001);
});

test('answers are HTTP 200 JSON, whatever the content type asked for, and other paths are 404', async () => {
  const { simulator } = await openClient();
  const refused = await fetch(`${simulator.url}/cgi-bin/token`);
  expect(refused.status).toBe(200);
  expect(refused.headers.get('content-type')).toContain('application/json');
  const web = await fetch(`${simulator.url}/sns/auth`, { headers: { accept: 'application/json' } });
  expect(web.headers.get('content-type')).toContain('text/plain');
  const nowhere = await fetch(`${simulator.url}/cgi-bin/nowhere`);
  expect(nowhere.status).toBe(404);
  expect(await nowhere.text()).not.toContain('{');
  const broken = await fetch(`${simulator.url}/cgi-bin/%zz?secret=said-by-mistake`);
  expect(broken.status).toBe(400);
  expect(await broken.text()).not.toContain('said-by-mistake');
});
