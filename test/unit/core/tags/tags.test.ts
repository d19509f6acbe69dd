/** Tags are WeChat's: made, renamed and removed there, and the directory follows. */
import { expect, test } from 'vitest';
import { NotFound, WeChatRefused } from '#core/errors.ts';
import { openTags } from './real-tags.ts';

function refused(errcode: number): object {
  return expect.objectContaining({ name: 'WeChatRefused', errcode });
}

test('a tag is made, renamed and counted', async () => {
  const { tags, followers, crowd } = await openTags();
  const made = await tags.create('acc', '展会来宾');
  expect(made).toEqual({ id: 102, name: '展会来宾', count: 0 });
  await followers.tag({ accountId: 'acc', tagId: 102, openids: crowd(3), add: true });
  expect(await tags.rename('acc', 102, '来宾')).toEqual({ id: 102, name: '来宾', count: 3 });
  expect(await tags.list('acc')).toContainEqual({ id: 102, name: '来宾', count: 3 });
});

test('a removed tag is off everybody here, too', async () => {
  const { tags, followers, crowd, sync } = await openTags();
  crowd(20);
  await sync();
  expect(followers.list({ accountId: 'acc', limit: 9, tag: 100 }).total).toBe(5);
  await tags.remove('acc', 100);
  expect(followers.list({ accountId: 'acc', limit: 9, tag: 100 }).total).toBe(0);
  expect((await tags.list('acc')).map(({ id }) => id)).not.toContain(100);
});

test('what WeChat refuses keeps its code; a tag that does not exist is not found', async () => {
  const { tags } = await openTags();
  await expect(tags.create('acc', '会员')).rejects.toEqual(refused(45157));
  await expect(tags.rename('acc', 2, '我的')).rejects.toEqual(refused(45058));
  await expect(tags.remove('acc', 0)).rejects.toEqual(refused(45058));
  await expect(tags.rename('acc', 999, '谁')).rejects.toEqual(new NotFound('tag', '999'));
  await expect(tags.remove('acc', 999)).rejects.toEqual(new NotFound('tag', '999'));
  await expect(tags.list('nobody')).rejects.toBeInstanceOf(NotFound);
});

test('a tag that somebody else removed at WeChat goes from the directory, too', async () => {
  const { tags, followers, simulator, crowd, sync } = await openTags();
  crowd(20);
  await sync();
  simulator.faults.answer({ path: '/cgi-bin/tags/delete', errcode: 45159, times: 1 });
  await expect(tags.remove('acc', 100)).rejects.toBeInstanceOf(NotFound);
  expect(followers.list({ accountId: 'acc', limit: 9, tag: 100 }).total).toBe(0);
});

test('a new name counts although the list cannot be had', async () => {
  const { tags, simulator } = await openTags();
  simulator.faults.answer({ path: '/cgi-bin/tags/get', errcode: 45009 });
  expect(await tags.rename('acc', 101, '签到')).toEqual({ id: 101, name: '签到', count: 0 });
  await expect(tags.list('acc')).rejects.toBeInstanceOf(WeChatRefused);
});
