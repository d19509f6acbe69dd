/** Tags and remarks on people: fifty in a call, nobody suffers for another, WeChat first and then here. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { openTags } from '../tags/real-tags.ts';

const TAGGING = '/cgi-bin/tags/members/batchtagging';

test('fifty in a call, everybody once, and the directory follows', async () => {
  const { followers, simulator, crowd, sync } = await openTags();
  const openids = crowd(120);
  await sync();
  const report = await followers.tag({
    accountId: 'acc',
    tagId: 101,
    openids: [...openids, ...openids],
    add: true,
  });
  expect(report).toEqual({ changed: 120, failures: [] });
  expect(simulator.calls.count(TAGGING)).toBe(3);
  expect(followers.list({ accountId: 'acc', limit: 1, tag: 101 }).total).toBe(120);
  await followers.tag({ accountId: 'acc', tagId: 101, openids: openids.slice(0, 70), add: false });
  expect(followers.list({ accountId: 'acc', limit: 1, tag: 101 }).total).toBe(50);
  const [kept = ''] = openids.slice(-1);
  expect(simulator.people.find(kept)?.tagIds).toContain(101);
});

test('each who cannot be tagged is named with a reason, and keeps nobody else from it', async () => {
  const { followers, simulator, crowd, sync } = await openTags();
  const openids = crowd(60);
  await sync();
  const [full = '', left = ''] = [openids[7], openids[49]];
  Object.assign(simulator.people.find(full) ?? {}, {
    tagIds: Array.from({ length: 20 }, (_, nth) => 200 + nth),
  });
  simulator.people.unfollow(left);
  const asked = ['oMadeUp', ...openids];
  const report = await followers.tag({ accountId: 'acc', tagId: 101, openids: asked, add: true });
  expect(report.changed).toBe(58);
  expect(report.failures.toSorted((one, other) => (one.errcode ?? 0) - (other.errcode ?? 0))).toEqual([
    { openid: 'oMadeUp', errcode: 40003 },
    { openid: left, errcode: 40003 },
    { openid: full, errcode: 45059 },
  ]);
  expect(followers.list({ accountId: 'acc', limit: 1, tag: 101 }).total).toBe(58);
  // Halving finds three among sixty in far fewer calls than sixty.
  expect(simulator.calls.count(TAGGING)).toBeLessThan(40);
});

test('what keeps everybody from it is thrown; once some are changed, it is reported of the rest', async () => {
  const { followers, simulator, crowd, sync } = await openTags();
  const openids = crowd(120);
  await sync();
  const tagging = { accountId: 'acc', tagId: 101, openids, add: true };
  simulator.faults.answer({ path: TAGGING, errcode: 45009, times: 1 });
  await expect(followers.tag(tagging)).rejects.toMatchObject({ name: 'WeChatRefused', errcode: 45009 });
  await expect(followers.tag({ ...tagging, tagId: 999 })).rejects.toEqual(new NotFound('tag', '999'));
  await expect(followers.tag({ ...tagging, accountId: 'nobody' })).rejects.toBeInstanceOf(NotFound);
  expect(followers.list({ accountId: 'acc', limit: 1, tag: 101 }).total).toBe(0);

  // The first fifty pass, then a made-up openid has the second halved, and WeChat has had enough.
  const mixed = [...openids.slice(0, 50), 'oMadeUp', ...openids.slice(50)];
  const before = simulator.calls.count(TAGGING);
  const { people } = simulator;
  const find = people.find;
  people.find = (who, appId) => {
    if (who === 'oMadeUp') simulator.faults.answer({ path: TAGGING, errcode: 48001 });
    return find(who, appId);
  };
  const report = await followers.tag({ ...tagging, openids: mixed });
  expect(report.changed).toBe(50);
  expect(report.failures).toHaveLength(71);
  expect(new Set(report.failures.map(({ errcode }) => errcode))).toEqual(new Set([48001]));
  expect(simulator.calls.count(TAGGING) - before).toBe(3);
  expect(followers.list({ accountId: 'acc', limit: 1, tag: 101 }).total).toBe(50);
});

test('a remark is written at WeChat, then here', async () => {
  const { followers, simulator, crowd, sync } = await openTags();
  const [openid = '', other = ''] = crowd(2);
  await sync();
  expect(await followers.updateRemark('acc', openid, '老王')).toMatchObject({ openid, remark: '老王' });
  expect(simulator.people.find(openid)?.remark).toBe('老王');
  expect(followers.list({ accountId: 'acc', limit: 9, q: '王' }).items).toMatchObject([{ openid }]);
  expect(await followers.updateRemark('acc', openid, '')).toMatchObject({ remark: null });

  simulator.faults.answer({ path: '/cgi-bin/user/info/updateremark', errcode: 48001, times: 1 });
  await expect(followers.updateRemark('acc', other, '小李')).rejects.toMatchObject({ errcode: 48001 });
  expect(followers.get('acc', other)?.remark).toBeNull();
});

test('somebody whom the directory does not have yet is changed at WeChat all the same', async () => {
  const { followers, simulator, crowd } = await openTags();
  const [openid = ''] = crowd(1);
  expect(followers.get('acc', openid)).toBeNull();
  expect(await followers.updateRemark('acc', openid, '老王')).toMatchObject({
    openid,
    remark: '老王',
    tagIds: [],
  });
  expect(simulator.people.find(openid)?.remark).toBe('老王');
  expect(followers.eraseOpenid('acc', openid)).toBe(0);
});
