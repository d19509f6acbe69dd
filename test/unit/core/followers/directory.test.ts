/** What the directory shows: only those who are present, found by any text, without tearing. */
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FollowerStore } from '#core/storage/follower-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { Follower, FollowerQuery } from '#shared/model/user.ts';

let database: DatabaseSync;
let store: FollowerStore;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  store = createFollowerStore(database);
});

afterEach(() => database.close());

function follower(openid: string, fields: Partial<Follower> = {}): Follower {
  return {
    openid,
    unionid: null,
    remark: null,
    tagIds: [],
    subscribeTime: '2026-03-01T08:00:00.000Z',
    subscribeScene: 'ADD_SCENE_SEARCH',
    language: null,
    ...fields,
  };
}

/** A complete sync that sees exactly these. */
async function readAll(
  followers: readonly Follower[],
  accountId = 'acc',
  at = 1_800_000_000_000,
): Promise<void> {
  store.begin(accountId, at);
  store.write(
    accountId,
    followers.map((details) => ({ openid: details.openid, details })),
  );
  await store.complete(accountId, at);
}

function openids(filter: Partial<FollowerQuery> = {}): string[] {
  return store.page({ accountId: 'acc', limit: 100, ...filter }).items.map(({ openid }) => openid);
}

test('a directory that was never read is empty and has no date', async () => {
  expect(store.page({ accountId: 'acc', limit: 100 })).toEqual({
    items: [],
    total: 0,
    totalIsExact: true,
    nextCursor: null,
    asOf: null,
  });
});

test('a follower comes back as it went in', async () => {
  const everything = follower('oA', {
    unionid: 'u1',
    remark: '老王 👋🏽',
    tagIds: [2, 100],
    language: 'zh_CN',
    subscribeTime: '2026-03-01T08:00:07.000Z',
  });
  const nothing = follower('oB', { subscribeTime: null, subscribeScene: null });
  await readAll([nothing, everything]);
  const page = store.page({ accountId: 'acc', limit: 100 });
  expect(page.items).toEqual([everything, nothing]);
  expect(page.asOf).toBe('2027-01-15T08:00:00.000Z');
});

describe('generations', () => {
  test('half a sync is not shown, and what was shown stays', async () => {
    await readAll([follower('oOld')]);
    store.begin('acc', 1);
    store.write('acc', [{ openid: 'oNew', details: follower('oNew') }]);
    expect(openids()).toEqual(['oOld']);
    store.write('acc', [{ openid: 'oOld', details: follower('oOld') }]);
    await store.complete('acc', 2);
    expect(openids().toSorted()).toEqual(['oNew', 'oOld']);
  });

  test('those a complete sync did not see are gone, known as such, and may come back', async () => {
    await readAll([follower('oA'), follower('oB')]);
    await readAll([follower('oA')], 'acc', 1_900_000_000_000);
    expect(openids()).toEqual(['oA']);
    expect(openids({ change: 'left' })).toEqual(['oB']);
    store.begin('acc', 1);
    store.write('acc', [{ openid: 'oB', details: follower('oB') }]);
    expect(openids()).toEqual(['oA']);
    await store.complete('acc', 2);
    expect(openids()).toEqual(['oB']);
  });

  test('an abandoned generation leaves nothing behind', async () => {
    await readAll([follower('oA')]);
    store.begin('acc', 1);
    store.write('acc', [{ openid: 'oGhost', details: follower('oGhost') }]);
    await readAll([follower('oA')]);
    expect(openids()).toEqual(['oA']);
  });

  test('somebody about whom nothing new is known keeps what was known', async () => {
    await readAll([follower('oA', { remark: '老王', tagIds: [2] })]);
    store.begin('acc', 1);
    store.write('acc', [{ openid: 'oA', details: null }]);
    await store.complete('acc', 2);
    expect(store.page({ accountId: 'acc', limit: 1 }).items[0]).toMatchObject({
      remark: '老王',
      tagIds: [2],
    });
  });

  test('accounts do not see each other, and one can be erased', async () => {
    await readAll([follower('oA')]);
    await readAll([follower('oB')], 'other');
    expect(openids()).toEqual(['oA']);
    await store.forget('acc');
    expect(openids()).toEqual([]);
    expect(store.page({ accountId: 'other', limit: 1 }).total).toBe(1);
  });
});

describe('search', () => {
  beforeEach(async () => {
    await readAll([
      follower('oAbc_1', { remark: '北京 老王', tagIds: [2, 100] }),
      follower('oAbc%2', { remark: 'ＶＩＰ客户', unionid: 'uX_9' }),
      follower('obcd-3', { remark: '100% Café', tagIds: [10] }),
      follower('oZ', { remark: 'under_score\\', tagIds: [102] }),
    ]);
  });

  test.each([
    ['老王', ['oAbc_1']],
    ['vip', ['oAbc%2']],
    ['客', ['oAbc%2']],
    ['cafe\u0301', ['obcd-3']],
    ['oAbc', ['oAbc%2', 'oAbc_1']],
    ['  oAbc_1 ', ['oAbc_1']],
    ['bcd', []],
    ['uX', ['oAbc%2']],
    ['X_9', []],
    ['%', ['obcd-3']],
    ['_', ['oZ']],
    ['o%', []],
    ['oAbc%', ['oAbc%2']],
    ['\\', ['oZ']],
    ["' OR 1=1 --", []],
    ['*', []],
    ['\0', []],
  ])('%j finds %j', (q, expected) => {
    expect(openids({ q }).toSorted()).toEqual(expected);
    expect(store.page({ accountId: 'acc', limit: 1, q }).total).toBe(expected.length);
  });

  test('blank text filters nothing', () => expect(openids({ q: ' \t' })).toHaveLength(4));

  test('a tag is a whole number, not a part of one', async () => {
    expect(openids({ tag: 10 })).toEqual(['obcd-3']);
    expect(openids({ tag: 100 })).toEqual(['oAbc_1']);
    expect(openids({ tag: 1 })).toEqual([]);
    expect(openids({ tag: 2, q: '客' })).toEqual([]);
  });

  test('any text is only text: what is found contains it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 6 }), async (remark) => {
        await readAll([follower('oZ', { remark: `前${remark}后` })]);
        expect(openids({ q: `前${remark}后` })).toEqual(['oZ']);
      }),
      { numRuns: 50 },
    );
  });
});
