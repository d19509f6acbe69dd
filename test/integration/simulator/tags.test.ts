/** The limits of tags and remarks, each with the code the platform has for it. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

async function openTags(options?: Parameters<typeof openClient>[0]) {
  const client = await openClient(options);
  const access = { access_token: await client.token() };
  const call = (path: string, body: unknown) => client.post(`/cgi-bin/${path}`, body, access);
  return {
    ...client,
    create: (name: unknown) => call('tags/create', { tag: { name } }),
    update: (id: unknown, name: unknown) => call('tags/update', { tag: { id, name } }),
    remove: (id: unknown) => call('tags/delete', { tag: { id } }),
    put: (tagid: unknown, openids: unknown, un = '') =>
      call(`tags/members/batch${un}tagging`, { openid_list: openids, tagid }),
    remark: (openid: unknown, remark: unknown) => call('user/info/updateremark', { openid, remark }),
    tags: async () => (await client.get('/cgi-bin/tags/get', access)).tags,
    call,
  };
}

const ok = { errcode: 0, errmsg: 'ok' };

test('a tag is made, renamed, given, taken and deleted', async () => {
  const { create, update, remove, put, tags, simulator, openid } = await openTags();
  expect(await create('来宾')).toEqual({ tag: { id: 102, name: '来宾' } });
  expect(await update(102, '贵宾')).toEqual(ok);
  expect(await put(102, [openid('follower')])).toEqual(ok);
  expect(await tags()).toContainEqual({ id: 102, name: '贵宾', count: 1 });
  expect(simulator.people.find('follower')?.tagIds).toEqual([2, 100, 102]);
  expect(await put(100, [openid('follower')], 'un')).toEqual(ok);
  expect(await remove(102)).toEqual(ok);
  expect(simulator.people.find('follower')?.tagIds).toEqual([2]);
  simulator.reset();
  expect(simulator.people.find('follower')?.tagIds).toEqual([2, 100]);
});

test('names and numbers have their limits', async () => {
  const { create, update, remove, call } = await openTags();
  expect(await create('')).toMatchObject({ errcode: 45157 });
  expect(await create('会员')).toMatchObject({ errcode: 45157 });
  expect(await create('十个汉字正好三十个字节')).toMatchObject({ errcode: 45158 });
  expect(await create('十个汉字正好三十个字')).toMatchObject({ tag: { id: 102 } });
  expect(await update(102, '十个汉字正好三十个字')).toEqual(ok);
  expect(await update(102, '会员')).toMatchObject({ errcode: 45157 });
  for (const id of [0, 1, 2]) {
    expect(await update(id, 'x')).toMatchObject({ errcode: 45058 });
    expect(await remove(id)).toMatchObject({ errcode: 45058 });
  }
  for (const id of [999, '102', undefined]) expect(await remove(id)).toMatchObject({ errcode: 45159 });
  expect(await call('tags/create', {})).toMatchObject({ errcode: 47001 });
  expect(await call('tags/create', '')).toMatchObject({ errcode: 44002 });
  // 会员 and 现场签到 are there from the start.
  for (let made = 3; made < 100; made += 1) await create(`tag ${made}`);
  expect(await create('one too many')).toMatchObject({ errcode: 45056 });
});

test('a tag that over 100,000 have cannot be deleted', async () => {
  const { remove, put, simulator, openid } = await openTags();
  for (const someone of simulator.people.addMany(100_000, { followEvery: 1 })) {
    Object.assign(simulator.people.find(someone) ?? {}, { tagIds: [101] });
  }
  expect(await put(101, [openid('follower')])).toEqual(ok);
  expect(await remove(101)).toMatchObject({ errcode: 45057 });
  expect(await put(101, [openid('follower')], 'un')).toEqual(ok);
  expect(await remove(101)).toEqual(ok);
});

test('all fifty are tagged or nobody is', async () => {
  const apps = ['1', '2'].map((n) => ({ appId: `wx${n}`, appSecret: `s${n}`, name: n }));
  const { put, simulator, openid } = await openTags({ apps });
  const crowd = simulator.people.addMany(51, { followEvery: 1 });
  const foreign = simulator.people.find('follower', 'wx2')?.openid;
  const full = simulator.people.find(crowd[3] ?? '');
  expect(await put(101, crowd)).toMatchObject({ errcode: 40032 });
  expect(await put(101, [])).toMatchObject({ errcode: 40031 });
  expect(await put(999, crowd.slice(1))).toMatchObject({ errcode: 45159 });
  expect(await put(101, [crowd[0], 'made-up'])).toMatchObject({ errcode: 40003 });
  expect(await put(101, [crowd[0], 'follower'])).toMatchObject({ errcode: 40003 });
  expect(await put(101, [crowd[0], openid('stranger')])).toMatchObject({ errcode: 40003 });
  expect(await put(101, [crowd[0], foreign])).toMatchObject({ errcode: 49003 });
  Object.assign(full ?? {}, { tagIds: Array.from({ length: 20 }, (_, nth) => 300 + nth) });
  expect(await put(101, crowd.slice(1))).toMatchObject({ errcode: 45059 });
  expect(simulator.people.list().filter(({ tagIds }) => tagIds.includes(101))).toEqual([]);
  expect(await put(101, crowd.slice(1), 'un')).toEqual(ok);
  expect(await put(101, crowd.slice(4))).toEqual(ok);
  expect(simulator.people.list().filter(({ tagIds }) => tagIds.includes(101))).toHaveLength(47);
});

test('a remark is kept for followers, up to thirty characters', async () => {
  const { remark, simulator, openid } = await openTags();
  expect(await remark(openid('follower'), '三十个字'.repeat(7))).toEqual(ok);
  expect(simulator.people.find('follower')?.remark).toHaveLength(28);
  expect(await remark(openid('follower'), '')).toEqual(ok);
  expect(await remark(openid('follower'), 'x'.repeat(31))).toMatchObject({ errcode: 40035 });
  expect(await remark(openid('stranger'), 'x')).toMatchObject({ errcode: 40003 });
  expect(await remark('made-up', 'x')).toMatchObject({ errcode: 40003 });
});

test('an account without the right to people has none to tags', async () => {
  const apps = [{ appId: 'wx1', appSecret: 's1', name: '1', verified: false }];
  const { create, remark } = await openTags({ apps });
  expect(await create('x')).toMatchObject({ errcode: 48001 });
  expect(await remark('x', 'x')).toMatchObject({ errcode: 48001 });
});
