/** What an account is told about people, and about itself. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

const info = '/cgi-bin/user/info';
const batchget = '/cgi-bin/user/info/batchget';

test('a follower is described, a stranger is not', async () => {
  const { get, token, openid } = await openClient();
  const access = { access_token: await token(), lang: 'zh_CN' };
  expect(await get(info, { ...access, openid: openid('follower') })).toEqual({
    subscribe: 1,
    openid: openid('follower'),
    language: 'zh_CN',
    subscribe_time: 1_717_987_200,
    unionid: expect.stringMatching(/^o[\w-]{27}$/),
    remark: '老会员',
    groupid: 2,
    tagid_list: [2, 100],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: 98765,
    qr_scene_str: '',
  });
  expect(await get(info, { ...access, openid: openid('stranger') })).toEqual({
    subscribe: 0,
    openid: openid('stranger'),
  });
});

test('openids that are missing, made up or another account’s are refused', async () => {
  const apps = ['1', '2'].map((n) => ({
    appId: `wx${n}`,
    appSecret: `s${n}`,
    name: n,
    unionBound: n !== '1',
  }));
  const { get, token, openid, simulator } = await openClient({ apps });
  const access = { access_token: await token() };
  const errcode = async (value: string) => (await get(info, { ...access, openid: value })).errcode;
  expect(await errcode('')).toBe(41009);
  expect(await errcode('follower')).toBe(40003);
  expect(await errcode('oMadeUpMadeUpMadeUpMadeUpMad')).toBe(40003);
  expect(await errcode(simulator.people.find('follower', 'wx2')?.openid ?? '')).toBe(40003);
  expect(await get(info, { ...access, openid: openid('follower') })).not.toHaveProperty('unionid');
});

test('batchget answers in order, and one bad openid spoils the batch', async () => {
  const { post, token, openid, simulator } = await openClient();
  const access = { access_token: await token() };
  const ask = (openids: string[]) =>
    post(batchget, { user_list: openids.map((each) => ({ openid: each, lang: 'zh_CN' })) }, access);
  const both = await ask([openid('stranger'), openid('follower')]);
  expect(both.user_info_list).toMatchObject([
    { subscribe: 0, openid: openid('stranger') },
    { subscribe: 1, openid: openid('follower'), remark: '老会员' },
  ]);
  expect(await ask([openid('follower'), 'made-up'])).toMatchObject({ errcode: 40003 });
  expect(await ask([])).toMatchObject({ errcode: 40031 });
  const crowd = simulator.people.addMany(101);
  expect(await ask(crowd)).toMatchObject({ errcode: 40032 });
  expect((await ask(crowd.slice(1))).user_info_list).toHaveLength(100);
  expect(await post(batchget, '', access)).toMatchObject({ errcode: 44002 });
  expect(await post(batchget, '{"user_list":', access)).toMatchObject({ errcode: 47001 });
});

test('followers come in pages of ten thousand', async () => {
  const { get, token, simulator } = await openClient();
  const followers = simulator.people.addMany(25_000, { followEvery: 1 });
  simulator.people.addMany(10, { followEvery: 0 });
  const access = { access_token: await token() };
  const seen: string[] = [];
  const sizes: unknown[] = [];
  let next = '';
  do {
    const page = await get('/cgi-bin/user/get', { ...access, next_openid: next });
    expect(page.total).toBe(25_001);
    sizes.push(page.count);
    seen.push(...((page.data as { openid: string[] } | undefined)?.openid ?? []));
    next = `${page.next_openid}`;
  } while (next !== '');
  expect(sizes).toEqual([10_000, 10_000, 5001, 0]);
  expect(new Set(seen).size).toBe(25_001);
  expect(seen).toEqual(expect.arrayContaining(followers.slice(-3)));
  expect(await get('/cgi-bin/user/get', { ...access, next_openid: 'made-up' })).toMatchObject({
    errcode: 40003,
  });
});

test('tags count their followers', async () => {
  const { get, token } = await openClient();
  const answer = await get('/cgi-bin/tags/get', { access_token: await token() });
  expect(answer.tags).toEqual([
    { id: 2, name: '星标组', count: 1 },
    { id: 100, name: '会员', count: 1 },
    { id: 101, name: '现场签到', count: 0 },
  ]);
});

test('addresses, quotas and their clearing', async () => {
  const { get, post, token, openid, appId } = await openClient();
  const access = { access_token: await token() };
  expect(await get('/cgi-bin/get_api_domain_ip', access)).toMatchObject({ ip_list: expect.any(Array) });
  await get(info, { ...access, openid: openid('follower') });
  const quota = (path: string) => post('/cgi-bin/openapi/quota/get', { cgi_path: path }, access);
  const state = await quota(info);
  expect(state).toMatchObject({ errcode: 0, errmsg: 'ok', quota: { used: 1 } });
  expect(await quota('/cgi-bin/nowhere')).toMatchObject({ errcode: 76021 });
  expect(await quota('/sns/userinfo')).toMatchObject({ errcode: 76022 });
  expect(await post('/cgi-bin/clear_quota', { appid: 'wx0' }, access)).toMatchObject({ errcode: 40013 });
  expect(await post('/cgi-bin/clear_quota', { appid: appId }, access)).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await quota(info)).toMatchObject({ quota: { used: 0 } });
});

test('a rid tells what was asked, without secrets', async () => {
  const { get, post, token, secret } = await openClient();
  const access = { access_token: await token() };
  const look = (rid: string) => post('/cgi-bin/openapi/rid/get', { rid }, access);
  const ridOf = (answer: { errmsg?: unknown }) => `${answer.errmsg}`.slice(-26);
  const refused = await get(info, { ...access, openid: 'made-up' });
  const told = await look(ridOf(refused));
  expect(told).toMatchObject({ errcode: 0, request: { client_ip: '203.0.113.7' } });
  expect(JSON.stringify(told)).toContain('openid=made-up');
  expect(JSON.stringify(told)).not.toContain(access.access_token);
  const wrong = await get('/cgi-bin/token', { grant_type: 'client_credential', appid: 'wx0', secret });
  expect(JSON.stringify(await look(ridOf(wrong)))).not.toContain(secret);
  expect(await look(ridOf(await get('/sns/auth')))).toMatchObject({ errcode: 76022 });
  expect(await look('00000000-00000000-00000000')).toMatchObject({ errcode: 76001 });
  expect(await look('nonsense')).toMatchObject({ errcode: 76002 });
});
