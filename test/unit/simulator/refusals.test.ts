/** How WeChat says no, and remembers it. */
import { expect, test } from 'vitest';
import { createApps } from '#simulator/apps.ts';
import { createRefusalLog, readJson, refuse } from '#simulator/refusals.ts';

const call = { appId: 'a', url: '/x', body: '', clientIp: '127.0.0.1' };

test('a refusal ends in a rid, after a comma under /sns', () => {
  const log = createRefusalLog(() => 0x658cff8e * 1000);
  const rid = '658cff8e-[0-9a-f]{8}-[0-9a-f]{8}$';
  const business = log.stamp({ ...call, path: '/cgi-bin/user/info', refusal: refuse(40003) });
  expect(business).toMatchObject({
    errcode: 40003,
    errmsg: expect.stringMatching(`^invalid openid rid: ${rid}`),
  });
  const web = log.stamp({ ...call, path: '/sns/oauth2/access_token', refusal: refuse(40163) });
  expect(web.errmsg).toMatch(new RegExp(`^code been used, rid: ${rid}`));
});

test('the log remembers the latest thousand', () => {
  const log = createRefusalLog(() => 0);
  const rids = Array.from({ length: 1001 }, () => {
    const { errmsg } = log.stamp({ ...call, path: '/x', refusal: refuse(-1) });
    return errmsg.slice(-26);
  });
  expect(log.find(rids[0] ?? '')).toBeUndefined();
  expect(log.find(rids[1] ?? '')).toMatchObject({ path: '/x', at: 0 });
});

test.each([
  ['', 44002],
  ['  ', 44002],
  ['{', 47001],
  ['[1]', 47001],
  ['"x"', 47001],
  ['null', 47001],
])('the body %j is refused with %i', (body, errcode) => {
  expect(readJson(body)).toMatchObject({ errcode });
});

test('a JSON object is read', () => {
  expect(readJson('{"errcode":1}')).toEqual({ value: { errcode: 1 } });
});

test('credentials: each way of being wrong has its code', () => {
  const apps = createApps([
    { appId: 'one', appSecret: 's1', name: '甲' },
    { appId: 'two', appSecret: 's2', name: '乙' },
  ]);
  expect(apps.open('one', 's1')).toMatchObject({ name: '甲' });
  expect(apps.open('three', 's1')).toMatchObject({ errcode: 40013 });
  expect(apps.open('one', 's3')).toMatchObject({ errcode: 40125 });
  expect(apps.open('one', 's2')).toMatchObject({ errcode: 40001 });
  expect(() => createApps([])).toThrow('at least one');
});
