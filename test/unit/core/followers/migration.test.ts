/** A directory of an earlier release: whoever it showed is there afterwards as they were, and is found. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { type Follower, FollowerQuery } from '#shared/model/user.ts';
import { makeReleasedDatabase } from '../../../support/released-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const MANY = 100_000;
/** 2012 on, so many in each minute. */
const START = 1_330_000_000;
const IN_A_SECOND = 250;

/** Every number is somebody: their fields follow from it. Those before 2011 and those of no known time are few. */
const OLD_FOLLOWERS = `
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${MANY - 1})
INSERT INTO followers (account_id, openid, unionid, remark, remark_folded, tag_list, subscribe_time,
  subscribe_scene, language, since_generation, generation, gone_at)
SELECT 'acc', 'o' || printf('%06d', n), CASE n % 3 WHEN 0 THEN 'u' || n END,
  CASE n % 4 WHEN 0 THEN 'ＶＩＰ 会员' || n END, CASE n % 4 WHEN 0 THEN 'vip 会员' || n ELSE '' END,
  CASE n % 5 WHEN 0 THEN ',2,100,' WHEN 1 THEN ',101,' ELSE '' END,
  CASE WHEN n < 50 THEN 0 WHEN n < 100 THEN 1200000000 + n ELSE ${START} + n / ${IN_A_SECOND} * 60 END,
  CASE n % 6 WHEN 0 THEN NULL ELSE 'ADD_SCENE_' || (n % 6) END, CASE n % 7 WHEN 0 THEN 'zh_CN' END, 1, 2, NULL
FROM numbers;
INSERT INTO followers (account_id, openid, since_generation, generation, gone_at)
VALUES ('acc', 'oLeft', 1, 1, 1700000000000), ('acc', 'oHalfRead', 3, 3, NULL), ('other', 'o000001', 1, 1, NULL);
INSERT INTO follower_syncs (account_id, generation, complete_generation, completed_at, started_at, next_openid, fetched)
VALUES ('acc', 3, 2, 1700000000000, 1700000100000, 'o000007', 10000), ('other', 1, 1, 1600000000000, NULL, '', 0)`;

function timeOf(n: number): string | null {
  if (n < 50) return null;
  const seconds = n < 100 ? 1_200_000_000 + n : START + Math.floor(n / IN_A_SECOND) * 60;
  return new Date(seconds * 1000).toISOString();
}

function expected(n: number): Follower {
  return {
    openid: `o${String(n).padStart(6, '0')}`,
    unionid: n % 3 === 0 ? `u${n}` : null,
    remark: n % 4 === 0 ? `ＶＩＰ 会员${n}` : null,
    tagIds: n % 5 === 0 ? [2, 100] : n % 5 === 1 ? [101] : [],
    subscribeTime: timeOf(n),
    subscribeScene: n % 6 === 0 ? null : `ADD_SCENE_${n % 6}`,
    language: n % 7 === 0 ? 'zh_CN' : null,
  };
}

function open() {
  const folder = temporaryFolder();
  makeReleasedDatabase(folder, 2, OLD_FOLLOWERS);
  const database = openDatabase(join(folder, 'scans.db'), folder);
  onTestFinished(() => database.close());
  const store = createFollowerStore(database);
  function page(query: Partial<FollowerQuery>) {
    return store.page(FollowerQuery.parse({ accountId: 'acc', limit: 500, ...query }));
  }
  return { store, page };
}

test('100,000 people of an earlier release are all there, as they were', { timeout: 120_000 }, async () => {
  const { store, page } = open();
  expect(page({ limit: 1 })).toMatchObject({ total: MANY, asOf: '2023-11-14T22:13:20.000Z' });

  const seen = new Map<string, Follower>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, nextCursor } = page({ cursor });
    for (const item of items) seen.set(item.openid, item);
    cursor = nextCursor;
  }
  expect(seen.size).toBe(MANY);
  const different = Array.from({ length: MANY }, (_, n) => expected(n)).filter(
    (someone) => JSON.stringify(seen.get(someone.openid)) !== JSON.stringify(someone),
  );
  expect(different).toEqual([]);

  expect(page({ q: '会员99996' }).items).toEqual([expected(99_996)]);
  expect(page({ q: 'vip 会员8' }).items.length).toBeGreaterThan(0);
  expect(page({ q: 'u99999' }).items).toEqual([expected(99_999)]);
  const lastDay = { from: new Date((START + (MANY / IN_A_SECOND - 2) * 60) * 1000).toISOString() };
  expect(page({ tag: 100, ...lastDay })).toMatchObject({ total: 100, totalIsExact: true });
  expect(store.page({ accountId: 'other', limit: 9 })).toMatchObject({ total: 1 });

  // The reading that was under way begins anew; whoever had left is known to return.
  expect(store.sync('acc')).toMatchObject({ startedAt: null, nextOpenid: '' });
  store.begin('acc', 1);
  const present = [...seen.values()].map((details) => ({ openid: details.openid, details }));
  store.write('acc', [...present, { openid: 'oLeft', details: null }]);
  expect(await store.complete('acc', 2)).toBe(MANY + 1);
  expect(store.changes('acc')).toMatchObject({ new: 0, left: 0, returned: 1 });
});
