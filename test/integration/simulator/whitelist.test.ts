/** The IP whitelist: whom it stops, what it says, and an office whose address changes. */
import { expect, test } from 'vitest';
import { defaultApp } from '#simulator/apps.ts';
import { openClient } from './client.ts';

const info = '/cgi-bin/user/info';

async function guarded(settings: object = {}) {
  const client = await openClient({ apps: [{ ...defaultApp, ipWhitelist: ['203.0.113.7'], ...settings }] });
  const credentials = { grant_type: 'client_credential', appid: client.appId, secret: client.secret };
  return {
    ...client,
    classic: (secret = client.secret) => client.get('/cgi-bin/token', { ...credentials, secret }),
    stable: () => client.post('/cgi-bin/stable_token', { ...credentials, force_refresh: false }),
  };
}

test('both token calls are stopped once the office’s address changes, and nothing else is', async () => {
  const { simulator, classic, stable, token, get, code, openid, appId, secret } = await guarded();
  const before = await token();
  expect(await classic()).toHaveProperty('access_token');
  simulator.configure({ clientIp: '198.51.100.23' });
  for (const refused of [await classic(), await stable()]) {
    expect(refused).toMatchObject({
      errcode: 40164,
      errmsg: expect.stringMatching(
        /^invalid ip 198\.51\.100\.23 ipv6 ::ffff:198\.51\.100\.23, not in whitelist rid: \S+$/,
      ),
    });
  }
  expect(await get(info, { access_token: before, openid: openid('follower') })).toMatchObject({
    subscribe: 1,
  });
  const exchange = { appid: appId, secret, code: await code('follower'), grant_type: 'authorization_code' };
  expect(await get('/sns/oauth2/access_token', exchange)).toHaveProperty('openid');
  simulator.configure({ ipWhitelist: ['203.0.113.7', '198.51.100.23'] });
  expect(await stable()).toHaveProperty('access_token', before);
});

test('rid/get tells the same address', async () => {
  const { simulator, classic, token, post } = await guarded();
  const access = { access_token: await token() };
  simulator.configure({ clientIp: '198.51.100.23' });
  const rid = `${(await classic()).errmsg}`.slice(-26);
  expect(await post('/cgi-bin/openapi/rid/get', { rid }, access)).toMatchObject({
    request: { client_ip: '198.51.100.23' },
  });
});

test('wrong credentials are told before the address is', async () => {
  const { classic, simulator } = await guarded({ ipWhitelist: [] });
  expect(await classic('wrong')).toMatchObject({ errcode: 40125 });
  simulator.configure({ secretState: 'frozen' });
  expect(await classic()).toMatchObject({ errcode: 40243 });
  simulator.configure({ secretState: undefined });
  expect(await classic()).toMatchObject({ errcode: 40164 });
});

test('a switch makes the whitelist guard every call', async () => {
  const { simulator, token, get, openid } = await guarded({ ipWhitelistGuardsAll: true });
  const query = { access_token: await token(), openid: openid('follower') };
  expect(await get(info, query)).toMatchObject({ subscribe: 1 });
  simulator.configure({ clientIp: '198.51.100.23' });
  expect(await get(info, query)).toMatchObject({ errcode: 40164 });
});

test('the fault names the caller’s own address, in any of the five forms', async () => {
  const { simulator, classic, stable } = await guarded({ clientIp: '192.0.2.55', ipWhitelist: undefined });
  simulator.faults.on('ipNotAllowed', { value: 1, times: 1 });
  expect(await classic()).toEqual({ errcode: 40164, errmsg: 'invalid ip 192.0.2.55, not in whitelist' });
  simulator.faults.on('ipNotAllowed', { value: 3, times: 1 });
  expect((await stable()).errmsg).toMatch(/^invalid ip 192\.0\.2\.55 ipv6 .* hint: \[\w{14}\]$/);
  simulator.faults.answer({ path: '/cgi-bin/token', errcode: 40164, times: 1 });
  expect((await classic()).errmsg).toMatch(/^invalid ip 192\.0\.2\.55 ipv6 .* rid: \S+$/);
  expect(await stable()).toHaveProperty('access_token');
});

test.each([
  ['ipUnconfirmed', 89503],
  ['ipRefusedOnce', 89507],
  ['ipRefusedTwice', 89506],
] as const)('%s is %i', async (fault, errcode) => {
  const { simulator, stable } = await guarded();
  simulator.faults.on(fault, { times: 1 });
  expect(await stable()).toMatchObject({ errcode });
  expect(await stable()).toHaveProperty('access_token');
});
