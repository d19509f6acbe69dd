/** Lists too long to go through whole: pages may be short, but nobody is missed, and totals say what they are. */
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowerStore } from '#core/storage/follower-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { type Follower, FollowerQuery } from '#shared/model/user.ts';
import { person } from './scripted-wechat.ts';

const MANY = 36_000;
const START = Date.parse('2020-01-01T00:00:00Z');
const SCENES = ['ADD_SCENE_SEARCH', 'ADD_SCENE_PAID', 'ADD_SCENE_QR_CODE'];

/** The first third are `oX…`, all others `oA…`; the oldest are found last. */
function followerNumber(index: number): Follower {
  return person(`${index < MANY / 3 ? 'oX' : 'oA'}${index}`, {
    subscribeTime: new Date(START + index * 60_000).toISOString(),
    subscribeScene: SCENES[index % 3] ?? null,
    tagIds: index % 2 === 0 ? [100, 101] : [101],
    remark: index % 2 === 0 ? `会员 ${index % 5 === 0 ? '员会 ' : ''}第${index}号` : null,
    unionid: index < 30 ? `oA-union${index}` : null,
  });
}

const everybody = Array.from({ length: MANY }, (_, index) => followerNumber(index));
let database: DatabaseSync;
let store: FollowerStore;

beforeAll(async () => {
  database = openDatabase(':memory:', 'no folder');
  store = createFollowerStore(database);
  store.begin('acc', START);
  for (let start = 0; start < MANY; start += 2000) {
    const people = everybody.slice(start, start + 2000);
    store.write(
      'acc',
      people.map((details) => ({ openid: details.openid, details })),
    );
  }
  await store.complete('acc', START);
}, 60_000);

afterAll(() => database.close());

function hasText({ openid, unionid, remark }: Follower, text: string): boolean {
  return openid.startsWith(text) || (unionid ?? '').startsWith(text) || (remark ?? '').includes(text);
}

/** The same question, asked of the list in memory. */
function expected({ q = '', tag, scene, from, to }: Partial<FollowerQuery>): string[] {
  return everybody
    .filter((someone) => hasText(someone, q))
    .filter(({ tagIds }) => tag === undefined || tagIds.includes(tag))
    .filter(({ subscribeScene }) => scene === undefined || subscribeScene === scene)
    .filter(({ subscribeTime }) => from === undefined || (subscribeTime ?? '') >= from)
    .filter(({ subscribeTime }) => to === undefined || (subscribeTime ?? '') < to)
    .map(({ openid }) => openid)
    .toReversed();
}

const DAY_FIVE = new Date(START + 5 * 86_400_000).toISOString();
const DAY_SIX = new Date(START + 6 * 86_400_000).toISOString();

test.each<[string, Partial<FollowerQuery>]>([
  ['everybody', {}],
  ['an account’s common beginning', { q: 'o' }],
  ['a beginning that two in three share', { q: 'oA' }],
  ['the same, with a tag', { q: 'oA', tag: 100 }],
  ['the same, within a day', { q: 'oA', from: DAY_FIVE, to: DAY_SIX }],
  ['a beginning that only the oldest share, with a tag that all have', { q: 'oX', tag: 101 }],
  ['a beginning and a scene', { q: 'oX1', scene: 'ADD_SCENE_PAID' }],
  ['a unionid among openids', { q: 'oA-union' }],
  ['one character that half of them have', { q: '会' }],
  ['four characters, which the index holds in pieces', { q: '员会 第' }],
  ['pieces that are there, but not together', { q: '会员 员号' }],
  ['text, tag and scene', { q: '员会', tag: 100, scene: 'ADD_SCENE_PAID' }],
  ['text within a day', { q: '会员', from: DAY_FIVE, to: DAY_SIX }],
  ['a tag and a scene', { tag: 101, scene: 'ADD_SCENE_SEARCH' }],
  ['a scene before a day', { scene: 'ADD_SCENE_SEARCH', to: DAY_FIVE }],
])('%s: everyone once, in order', (_, filter) => {
  const wanted = expected(filter);
  const seen: string[] = [];
  let query = FollowerQuery.parse({ accountId: 'acc', limit: 500, ...filter });
  for (let pages = 0; ; pages += 1) {
    const { items, total, totalIsExact, nextCursor } = store.page(query);
    seen.push(...items.map(({ openid }) => openid));
    if (totalIsExact) expect(total).toBe(wanted.length);
    else expect(total).toBeLessThanOrEqual(wanted.length);
    if (wanted.length <= 10_000 && filter.q === undefined) expect(totalIsExact).toBe(true);
    if (nextCursor === null) break;
    query = { ...query, cursor: nextCursor };
    expect(pages).toBeLessThan(200);
  }
  expect(seen).toEqual(wanted);
});

test('the total of all is exact however many they are', () => {
  expect(store.page({ accountId: 'acc', limit: 1 })).toMatchObject({ total: MANY, totalIsExact: true });
  const some = store.page({ accountId: 'acc', limit: 1, tag: 101 });
  expect(some).toMatchObject({ total: 10_000, totalIsExact: false });
});
