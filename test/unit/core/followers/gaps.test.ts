/** Never a silent gap: whatever is the matter with WeChat's list, everybody is read, or it is said who is not. */
import { describe, expect, test } from 'vitest';
import type { FollowersPage } from '#core/wechat/followers-list.ts';
import { openSync } from './opened-sync.ts';
import { account, crowd, person, refused } from './scripted-wechat.ts';

const emptied = (page: FollowersPage) => ({ ...page, count: 0, openids: [], nextOpenid: '' });

describe('people come and go meanwhile', () => {
  test('whoever comes at the end of the list is read; whoever leaves before their hundred is not shown', async () => {
    const { client, followers, sync } = openSync();
    client.beforeLookup = ([openid]) => {
      if (openid !== 'o0200') return;
      client.people = [...crowd(450).filter((someone) => someone.openid !== 'o0410'), person('oNew')];
    };
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450, total: 450 });
    expect(followers.get(account.id, 'oNew')).not.toBeNull();
    expect(followers.get(account.id, 'o0410')).toBeNull();
  });

  test('whoever leaves after their hundred is shown as of then, and gone with the next reading', async () => {
    const { client, followers, sync } = openSync();
    client.beforeLookup = ([openid]) => {
      if (openid === 'o0400') client.people = crowd(450).slice(5);
    };
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450, total: 445 });
    expect(await sync()).toMatchObject({ state: 'done', fetched: 445, total: 445 });
    expect(followers.changes(account.id)).toMatchObject({ left: 5 });
  });

  test('when the person a page begins after has left, it begins anew by itself', async () => {
    const { client, followers, sync } = openSync();
    let isGone = false;
    client.beforePage = (next) => {
      if (next !== 'o0199' || isGone) return;
      isGone = true;
      client.people = crowd(450).filter(({ openid }) => openid !== 'o0199');
      throw refused(40003);
    };
    expect(await sync()).toMatchObject({ state: 'done', fetched: 449, total: 449 });
    expect(followers.get(account.id, 'o0199')).toBeNull();
  });
});

describe('the list', () => {
  test.each<[string, (page: FollowersPage) => FollowersPage]>([
    ['counts more than it sends', (page) => ({ ...page, count: page.count + 1 })],
    ['goes round in circles', (page) => ({ ...page, nextOpenid: 'o0199' })],
    ['is empty where many are still to come', emptied],
    ['is empty and names a next page', (page) => ({ ...emptied(page), nextOpenid: 'o0399' })],
    ['names no next page where many are still to come', (page) => ({ ...page, nextOpenid: '' })],
  ])('that %s is asked for again; then that is all right', async (_, spoil) => {
    const { client, pauses, spoilPage, sync } = openSync();
    spoilPage('o0199', spoil, 3);
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450, total: 450, reason: null });
    expect(pauses).toEqual([5_000, 15_000, 60_000]);
    expect(client.lookedUp).toHaveLength(450);
  });

  test.each<[string, (page: FollowersPage) => FollowersPage]>([
    ['counts more than it sends', (page) => ({ ...page, count: page.count + 1 })],
    ['goes round in circles', (page) => ({ ...page, nextOpenid: 'o0199' })],
    ['is empty where many are still to come', emptied],
    ['is empty and names a next page', (page) => ({ ...emptied(page), nextOpenid: 'o0399' })],
  ])('that still %s is a bad reply, not the end: nobody is taken for a leaver', async (_, spoil) => {
    const { followers, present, spoilPage, sync } = openSync();
    await sync();
    spoilPage('o0199', spoil);
    expect(await sync()).toMatchObject({ state: 'failed', reason: 'bad_reply', fetched: 200, total: 450 });
    expect(present()).toBe(450);
    expect(followers.changes(account.id)).toMatchObject({ left: 0 });
  });

  test('of nobody, where WeChat counts somebody, empties no directory', async () => {
    const { present, spoilPage, sync } = openSync();
    await sync();
    spoilPage('', emptied);
    expect(await sync()).toMatchObject({ state: 'failed', reason: 'bad_reply' });
    expect(present()).toBe(450);
  });

  test('of nobody, where nobody is counted, does', async () => {
    const { client, present, sync } = openSync();
    await sync();
    client.people = [];
    expect(await sync()).toMatchObject({ state: 'done', fetched: 0, total: 0 });
    expect(present()).toBe(0);
  });

  test('that differs a little from WeChat’s count is taken, and both figures are told, also later', async () => {
    const { reopen, spoilPage, sync } = openSync();
    for (const next of ['', 'o0199', 'o0399', 'o0449']) spoilPage(next, (page) => ({ ...page, total: 460 }));
    const differing = { fetched: 450, total: 460 };
    expect(await sync()).toMatchObject({ state: 'done', ...differing });
    const next = await reopen();
    const feed = next.progress(account.id, undefined);
    expect((await feed.next()).value).toMatchObject({ state: 'done', ...differing, pages: 3 });
  });

  test('that names people twice counts them once, and asks about them once', async () => {
    const { client, present, spoilPage, sync } = openSync();
    spoilPage('o0199', (page) => ({ ...page, openids: ['o0003', ...page.openids, 'o0200', 'o0005'] }));
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450, total: 450 });
    expect(client.lookedUp).toHaveLength(450);
    expect(present()).toBe(450);
  });
});
