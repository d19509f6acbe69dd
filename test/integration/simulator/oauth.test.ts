/** Scan, code, openid: the `/sns` calls over real sockets. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

const exchangePath = '/sns/oauth2/access_token';

test('a scan brings a code, and the code an openid', async () => {
  const { scan, get, appId, secret, openid } = await openClient();
  const callback = await scan('follower');
  expect(callback.href).toMatch(/^http:\/\/127\.0\.0\.1:9\/callback\?code=\w{32}&state=abc123$/);
  const code = callback.searchParams.get('code') ?? '';
  const query = { appid: appId, secret, code, grant_type: 'authorization_code' };
  expect(await get(exchangePath, query)).toMatchObject({ openid: openid('follower'), scope: 'snsapi_base' });
  expect(await get(exchangePath, query)).toMatchObject({ errcode: 40163 });
});

test('the exchange complains in order, and leaves the code unspent', async () => {
  const { code, get, appId, secret } = await openClient();
  const good: Record<string, string> = {
    appid: appId,
    secret,
    code: await code('follower'),
    grant_type: 'authorization_code',
  };
  const errcode = async (changes: Record<string, string>) =>
    (await get(exchangePath, { ...good, ...changes })).errcode;
  expect(await errcode({ appid: '' })).toBe(41002);
  expect(await errcode({ secret: '' })).toBe(41004);
  expect(await errcode({ code: '' })).toBe(41008);
  expect(await errcode({ grant_type: 'client_credential' })).toBe(40002);
  expect(await errcode({ appid: 'wx0' })).toBe(40013);
  expect(await errcode({ secret: 'wrong' })).toBe(40125);
  expect(await errcode({ code: 'made-up' })).toBe(40029);
  expect(await errcode({})).toBeUndefined();
});

test('another account’s secret and another account’s code', async () => {
  const apps = ['1', '2'].map((n) => ({ appId: `wx${n}`, appSecret: `s${n}`, name: n }));
  const { code, get } = await openClient({ apps });
  const ask = async (appid: string, secret: string, value: string) =>
    (await get(exchangePath, { appid, secret, code: value, grant_type: 'authorization_code' })).errcode;
  const value = await code('follower');
  expect(await ask('wx1', 's2', value)).toBe(40001);
  expect(await ask('wx2', 's2', value)).toBe(40029);
  expect(await ask('wx1', 's1', value)).toBeUndefined();
});

test('an old code has expired', async () => {
  let now = 1_790_000_000_000;
  const { code, get, appId, secret } = await openClient({ clock: () => now });
  const query = { appid: appId, secret, code: await code('follower'), grant_type: 'authorization_code' };
  now += 300_000;
  expect(await get(exchangePath, query)).toMatchObject({ errcode: 42003 });
});

test('userinfo and auth', async () => {
  const { code, get, appId, secret, openid } = await openClient();
  const sign = async (scope: string) => {
    const query = {
      appid: appId,
      secret,
      code: await code('follower', scope),
      grant_type: 'authorization_code',
    };
    const answer = await get(exchangePath, query);
    return { access_token: `${answer.access_token}`, openid: openid('follower'), unionid: answer.unionid };
  };
  const { unionid: none, ...base } = await sign('snsapi_base');
  expect(none).toBeUndefined();
  expect(await get('/sns/userinfo', base)).toMatchObject({ errcode: 48001 });
  expect(await get('/sns/auth', base)).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await get('/sns/auth', { ...base, openid: openid('stranger') })).toMatchObject({ errcode: 40003 });
  const { unionid, ...full } = await sign('snsapi_userinfo');
  const profile = await get('/sns/userinfo', { ...full, lang: 'zh_CN' });
  expect(profile).toMatchObject({ openid: full.openid, nickname: '林晓', unionid });
  expect(profile).not.toHaveProperty('subscribe');
});

test('a refresh token', async () => {
  const { code, get, appId, secret, openid } = await openClient();
  const query = { appid: appId, secret, code: await code('follower'), grant_type: 'authorization_code' };
  const { refresh_token: token } = await get(exchangePath, query);
  const refresh = (changes: Record<string, string>) =>
    get('/sns/oauth2/refresh_token', {
      appid: appId,
      grant_type: 'refresh_token',
      refresh_token: `${token}`,
      ...changes,
    });
  expect(await refresh({})).toMatchObject({ openid: openid('follower'), refresh_token: token });
  expect(await refresh({ appid: '' })).toMatchObject({ errcode: 41002 });
  expect(await refresh({ appid: 'wx0' })).toMatchObject({ errcode: 40013 });
  expect(await refresh({ grant_type: 'x' })).toMatchObject({ errcode: 40002 });
  expect(await refresh({ refresh_token: '' })).toMatchObject({ errcode: 41003 });
  expect(await refresh({ refresh_token: 'made-up' })).toMatchObject({ errcode: 40030 });
});

test('who one is decides what comes back', async () => {
  const { scan, code, get, appId, secret, simulator } = await openClient();
  const exchange = async (as: string) =>
    get(exchangePath, { appid: appId, secret, code: await code(as), grant_type: 'authorization_code' });
  expect((await scan('declines')).search).toBe('?state=abc123');
  expect(await exchange('snapshot')).toMatchObject({ is_snapshotuser: 1 });
  expect(await exchange('stranger')).not.toHaveProperty('is_snapshotuser');
  const [first, second] = [await exchange('new'), await exchange('new')];
  expect(first.openid).not.toBe(second.openid);
  const [someone = ''] = simulator.people.addMany(1);
  expect(await exchange(someone)).toMatchObject({ openid: someone });
});
