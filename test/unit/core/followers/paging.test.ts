/** Pages of the directory neither repeat nor lose anybody, whatever happens between two of them. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadCursor } from '#core/errors.ts';
import type { FollowerStore } from '#core/storage/follower-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { FollowerQuery } from '#shared/model/user.ts';
import { crowd, person } from './scripted-wechat.ts';

let database: DatabaseSync;
let store: FollowerStore;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  store = createFollowerStore(database);
});

afterEach(() => database.close());

async function readAll(people: ReturnType<typeof crowd>): Promise<void> {
  store.begin('acc', 1);
  store.write(
    'acc',
    people.map((details) => ({ openid: details.openid, details })),
  );
  await store.complete('acc', 2);
}

function page(query: Partial<FollowerQuery>) {
  return store.page(FollowerQuery.parse({ accountId: 'acc', ...query }));
}

/** Every openid from this cursor to the end. */
function readOn(query: Partial<FollowerQuery>): string[] {
  const seen: string[] = [];
  let cursor: string | null | undefined = query.cursor;
  do {
    const { items, nextCursor } = page({ ...query, cursor: cursor ?? undefined });
    seen.push(...items.map(({ openid }) => openid));
    cursor = nextCursor;
    if (seen.length > 1000) throw new Error('pages go round in circles');
  } while (cursor !== null);
  return seen;
}

test('every follower once, newest first, the last page exact', async () => {
  await readAll(crowd(25));
  const newestFirst = crowd(25)
    .map(({ openid }) => openid)
    .toReversed();
  for (const limit of [1, 5, 7, 24, 25, 26]) expect(readOn({ limit })).toEqual(newestFirst);
  expect(page({ limit: 7 }).total).toBe(25);
});

test('people of one second, and people of no known time, are told apart', async () => {
  const people = [
    ...crowd(4).map((known) => ({ ...known, subscribeTime: '2026-03-01T08:00:00.000Z' })),
    ...['oX', 'oY', 'oW'].map((openid) => person(openid, { subscribeTime: null })),
  ];
  await readAll(people);
  expect(readOn({ limit: 2 })).toEqual(['o0003', 'o0002', 'o0001', 'o0000', 'oX', 'oY', 'oW']);
});

test('a newcomer and a leaver between two pages move nobody else', async () => {
  const people = crowd(10);
  await readAll(people);
  const first = page({ limit: 4 });
  const newcomer = person('oNew', { subscribeTime: '2026-06-01T00:00:00.000Z' });
  await readAll([...people.filter(({ openid }) => openid !== 'o0006'), newcomer]);
  expect(first.items.at(-1)?.openid).toBe('o0006');
  expect(readOn({ limit: 4, cursor: first.nextCursor ?? undefined })).toEqual([
    'o0005',
    'o0004',
    'o0003',
    'o0002',
    'o0001',
    'o0000',
  ]);
});

test('paging keeps its filter', async () => {
  await readAll(
    crowd(30).map((known, index) => ({ ...known, remark: '老王', tagIds: index % 3 === 0 ? [7] : [] })),
  );
  expect(readOn({ limit: 3, q: '王', tag: 7 })).toHaveLength(10);
  expect(readOn({ limit: 4, tag: 7 })).toHaveLength(10);
});

test('a cursor is one the contract accepts, and says nothing of an openid', async () => {
  await readAll([person('z'.repeat(128)), person('a')]);
  const { nextCursor } = page({ limit: 1 });
  expect(FollowerQuery.shape.cursor.parse(nextCursor)).toBe(nextCursor);
  expect(nextCursor).toMatch(/^[\w-]+$/);
  expect(nextCursor).not.toContain('z');
  expect(readOn({ limit: 1 })).toEqual(['a', 'z'.repeat(128)]);
});

test.each(['x', '!!!', '12', 'p', 'p1.5', 'p-', "p1'", `p${'9'.repeat(17)}`])(
  'the cursor %j is refused, not read as the first page',
  async (cursor) => {
    await readAll(crowd(2));
    expect(() => page({ cursor })).toThrow(BadCursor);
  },
);
