/** The REST API exactly as it is frozen, over the real core and the simulator: paths, statuses, shapes. */
import { expect, test } from 'vitest';
import { APP_SECRET, openDoor } from '../../support/door.ts';
import { openConsole } from './open-console.ts';

async function openRest() {
  const door = await openDoor();
  return { ...door, ...(await openConsole(door.app)) };
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

test('an account is made, shown, changed and removed, and its secret never comes out', async () => {
  const { rest } = await openRest();
  const created = await rest('POST', '/accounts', { appId: 'wxaaaaaaaaaaaaaaaa', appSecret: APP_SECRET });
  expect(created.status).toBe(201);
  expect(created.json).toMatchObject({
    id: expect.any(String),
    name: expect.any(String),
    appId: 'wxaaaaaaaaaaaaaaaa',
    hasSecret: true,
    secretHint: APP_SECRET.slice(-4),
    publicUrl: null,
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
  });
  const path = `/accounts/${created.json.id}`;
  const changed = await rest('PATCH', path, {
    name: '门口',
    publicUrl: 'http://10.0.0.5:8080/',
    tokenMode: 'classic',
  });
  expect(changed.status).toBe(200);
  expect(changed.json).toMatchObject({
    name: '门口',
    publicUrl: 'http://10.0.0.5:8080',
    tokenMode: 'classic',
  });
  const listed = await rest('GET', '/accounts');
  expect(listed.json.items).toContainEqual(changed.json);
  expect(created.text + changed.text + listed.text).not.toContain(APP_SECRET);
  const removed = await rest('DELETE', path);
  expect([removed.status, removed.text]).toEqual([204, '']);
  expect((await rest('PATCH', path, { name: 'x' })).status).toBe(404);
});

test('an entry is made, changed and removed, and draws codes', async () => {
  const { rest, entry, callbackUrl } = await openRest();
  const created = await rest('POST', '/entries', { accountId: entry.accountId, name: 'Gate', param: 'g' });
  expect(created.status).toBe(201);
  const { id } = created.json;
  expect(created.json).toEqual({
    id: expect.any(String),
    accountId: entry.accountId,
    name: 'Gate',
    scope: 'snsapi_base',
    param: 'g',
  });
  expect((await rest('PATCH', `/entries/${id}`, { scope: 'snsapi_userinfo' })).json.scope).toBe(
    'snsapi_userinfo',
  );
  expect((await rest('GET', '/entries')).json.items).toHaveLength(2);
  expect((await rest('GET', `/entries?accountId=${entry.accountId}`)).json.items).toHaveLength(2);
  expect((await rest('GET', '/entries?accountId=other')).json.items).toEqual([]);
  const code = await rest('GET', `/entries/${id}/code`);
  expect(code.json).toEqual({
    authorizeUrl: expect.stringMatching(/\/connect\/oauth2\/authorize\?appid=.*#wechat_redirect$/),
    entryUrl: `${callbackUrl}/go/${id}`,
    state: expect.stringMatching(/^[a-z0-9]{32,128}$/),
    expiresAt: expect.stringMatching(isoTime),
  });
  expect((await rest('DELETE', `/entries/${id}`)).status).toBe(204);
  expect((await rest('GET', `/entries/${id}/code`)).json).toMatchObject({
    code: 'NOT_FOUND',
    data: { kind: 'entry', id },
  });
});

test('scans are listed newest first, page by page, filtered and summed', async () => {
  const { rest, scan, entry } = await openRest();
  await scan('follower', 'one');
  await scan('stranger');
  await scan('declines');
  const first = await rest('GET', '/scans?limit=2');
  expect(first.json.items.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
    'unknown',
    'not_followed',
  ]);
  const rest2 = await rest('GET', `/scans?limit=2&cursor=${encodeURIComponent(first.json.nextCursor)}`);
  expect(rest2.json).toMatchObject({ items: [{ verdict: 'followed', param: 'one' }], nextCursor: null });
  const [followed] = rest2.json.items;
  expect(Object.keys(followed).sort()).toEqual(
    ['accountId', 'decidedAt', 'entryId', 'errcode', 'id', 'openid', 'param', 'reason', 'scannedAt']
      .concat([
        'annulled',
        'firstScannedAt',
        'ip',
        'subscribeScene',
        'subscribeTime',
        'unionid',
        'verdict',
        'visits',
      ])
      .sort(),
  );
  expect(followed.scannedAt).toMatch(isoTime);
  expect((await rest('GET', `/scans?openid=${followed.openid}`)).json.items).toEqual([followed]);
  expect((await rest('GET', '/scans?verdict=unknown')).json.items).toHaveLength(1);
  expect((await rest('GET', '/scans?to=2000-01-01T00:00:00Z')).json.items).toEqual([]);
  expect((await rest('GET', `/scans/summary?entryId=${entry.id}`)).json).toEqual({
    scanned: 3,
    followed: 1,
    notFollowed: 1,
    unknown: 1,
    annulled: 0,
    followRate: 0.5,
  });
  const rechecked = await rest('POST', `/scans/${followed.id}/recheck`);
  expect([rechecked.status, rechecked.json.verdict]).toEqual([200, 'followed']);
  const declined = first.json.items[0];
  expect((await rest('POST', `/scans/${declined.id}/recheck`)).json).toMatchObject({
    code: 'NOT_RECHECKABLE',
    data: { scanId: declined.id },
  });
});

test('people are looked up in the order asked, and a bad openid costs itself only', async () => {
  const { rest, entry, wechat } = await openRest();
  const followers = [wechat.people.find('follower'), wechat.people.find('stranger')];
  const [follower, stranger] = followers.map((person) => person?.openid ?? '');
  const openids = [stranger, 'nonsense', follower, stranger];
  const { json } = await rest('POST', '/users/lookup', { accountId: entry.accountId, openids });
  expect(json.items.map(({ openid, verdict }: Record<string, string>) => [openid, verdict])).toEqual([
    [stranger, 'not_followed'],
    ['nonsense', 'unknown'],
    [follower, 'followed'],
    [stranger, 'not_followed'],
  ]);
  expect(json.items[1]).toMatchObject({ reason: 'openid_rejected', errcode: 40003 });
  expect(json.items[2].user).toMatchObject({ openid: follower, subscribe: true });
});

test('the token is described, refreshed and never shown', async () => {
  const { rest, entry } = await openRest();
  const path = `/accounts/${entry.accountId}/token`;
  expect((await rest('GET', path)).json).toMatchObject({ mode: 'stable', cached: false, fetches: 0 });
  const refreshed = await rest('POST', `${path}/refresh`);
  expect(refreshed.json).toMatchObject({ cached: true, fetches: 1 });
  expect(refreshed.text).not.toMatch(/\d+_[\w-]{40,}/);
});

test('followers, the doctor, the error codes and the host answer', async () => {
  const { rest, entry } = await openRest();
  const { accountId } = entry;
  expect((await rest('GET', `/followers?accountId=${accountId}`)).json).toEqual({
    items: [],
    total: 0,
    totalIsExact: true,
    nextCursor: null,
    asOf: null,
  });
  const sync = await rest('POST', '/followers/sync', { accountId });
  expect([sync.status, sync.json.accountId]).toEqual([202, accountId]);
  expect((await rest('POST', `/accounts/${accountId}/doctor`)).json).toMatchObject({ accountId });
  expect((await rest('GET', '/errors/40164')).json).toMatchObject({ code: 40164, family: 'api' });
  expect((await rest('GET', '/errors/-1')).json).toMatchObject({ code: -1 });
  expect((await rest('GET', '/host')).json).toMatchObject({ version: '0.0.0', sandboxUrl: null });
});

test('the API describes itself', async () => {
  const { rest } = await openRest();
  const { status, json } = await rest('GET', '/openapi.json');
  expect(status).toBe(200);
  expect(json).toMatchObject({ info: { title: 'FollowDesk', version: '0.0.0' }, security: [{ bearer: [] }] });
  expect(Object.keys(json.paths)).toEqual(
    expect.arrayContaining([
      '/accounts',
      '/accounts/{id}/token/refresh',
      '/scans/live',
      '/scans/export',
      '/lookups/{id}/export',
    ]),
  );
  expect(json.paths['/accounts'].post.requestBody.content['application/json'].schema.required).toEqual([
    'appId',
    'appSecret',
  ]);
});
