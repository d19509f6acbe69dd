/** What the latest complete reading changed: counted, listed, and said to be as of when. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FollowerStore } from '#core/storage/follower-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { FollowerQuery } from '#shared/model/user.ts';
import { person } from './scripted-wechat.ts';

let database: DatabaseSync;
let store: FollowerStore;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  store = createFollowerStore(database);
});

afterEach(() => database.close());

const FIRST = Date.parse('2026-11-01T00:00:00Z');
const DAY = 86_400_000;

/** Reads these, without completing. */
function see(...openids: string[]): void {
  store.write(
    'acc',
    openids.map((openid) => ({
      openid,
      details: person(openid, { tagIds: [100], remark: `备注${openid}` }),
    })),
  );
}

async function read(at: number, ...openids: string[]): Promise<void> {
  store.begin('acc', at);
  see(...openids);
  await store.complete('acc', at);
}

function changed(change: FollowerQuery['change'], filter: Partial<FollowerQuery> = {}): string[] {
  const page = store.page(FollowerQuery.parse({ accountId: 'acc', change, ...filter }));
  expect(page.total).toBe(page.items.length);
  return page.items.map(({ openid }) => openid).toSorted();
}

test('nothing has changed before the second reading', async () => {
  const nothing = { new: 0, left: 0, returned: 0 };
  expect(store.changes('acc')).toEqual({ since: null, asOf: null, ...nothing });
  await read(FIRST, 'oA', 'oB');
  expect(store.changes('acc')).toEqual({ since: null, asOf: '2026-11-01T00:00:00.000Z', ...nothing });
  for (const change of ['new', 'left', 'returned'] as const) expect(changed(change)).toEqual([]);
});

test('new, left and returned are told apart, reading by reading', async () => {
  await read(FIRST, 'oA', 'oB', 'oC');
  await read(FIRST + DAY, 'oA', 'oC', 'oD', 'oE');
  expect(store.changes('acc')).toEqual({
    since: '2026-11-01T00:00:00.000Z',
    asOf: '2026-11-02T00:00:00.000Z',
    new: 2,
    left: 1,
    returned: 0,
  });
  expect([changed('new'), changed('left'), changed('returned')]).toEqual([['oD', 'oE'], ['oB'], []]);

  await read(FIRST + 2 * DAY, 'oA', 'oB', 'oD');
  expect(store.changes('acc')).toMatchObject({ new: 0, left: 2, returned: 1 });
  expect([changed('new'), changed('left'), changed('returned')]).toEqual([[], ['oC', 'oE'], ['oB']]);

  await read(FIRST + 3 * DAY, 'oA', 'oB', 'oD');
  expect(store.changes('acc')).toMatchObject({
    since: '2026-11-03T00:00:00.000Z',
    new: 0,
    left: 0,
    returned: 0,
  });
  expect([changed('new'), changed('left'), changed('returned')]).toEqual([[], [], []]);
});

test('a change can be searched like the directory', async () => {
  await read(FIRST, 'oA', 'oB');
  await read(FIRST + DAY, 'oA', 'oC1', 'oC2');
  expect(changed('new', { q: 'oC1' })).toEqual(['oC1']);
  expect(changed('new', { q: '备注oc', tag: 100 })).toEqual(['oC1', 'oC2']);
  expect(changed('new', { tag: 7 })).toEqual([]);
  expect(changed('left', { q: '注ob', tag: 100, scene: 'ADD_SCENE_QR_CODE' })).toEqual(['oB']);
  expect(changed('left', { scene: 'ADD_SCENE_NOBODY' })).toEqual([]);
  expect(changed('left', { to: '2020-01-01T00:00:00Z' })).toEqual([]);
});

test('who left is shown as they were, and of earlier leavers nothing is kept but that they were here', async () => {
  await read(FIRST, 'oA', 'oB');
  await read(FIRST + DAY, 'oA');
  const [left] = store.page({ accountId: 'acc', change: 'left', limit: 1 }).items;
  expect(left).toMatchObject({ openid: 'oB', remark: '备注oB', tagIds: [100] });
  await read(FIRST + 2 * DAY, 'oA');
  const kept = database.prepare("SELECT * FROM departed_followers WHERE openid = 'oB'").get();
  expect(JSON.stringify(kept)).not.toMatch(/备注|100|ADD_SCENE/);
});

test('a reading that was given up leaves no mark, and nobody who was seen in it is lost', async () => {
  await read(FIRST, 'oA', 'oB');
  store.begin('acc', FIRST + DAY);
  see('oA', 'oGhost', 'oC');
  await read(FIRST + 2 * DAY, 'oA', 'oC');
  expect(store.changes('acc')).toMatchObject({ new: 1, left: 1, returned: 0 });
  expect([changed('new'), changed('left')]).toEqual([['oC'], ['oB']]);
});

test('a first reading that was given up was never shown, so nobody can have left it', async () => {
  store.begin('acc', FIRST);
  see('oA', 'oGhost');
  await read(FIRST + DAY, 'oA', 'oB');
  expect(store.changes('acc')).toMatchObject({ since: null, new: 0, left: 0 });
  expect(store.page({ accountId: 'acc', limit: 9 }).total).toBe(2);
});

test('a completion that was cut short is completed by the next', async () => {
  const many = Array.from({ length: 350 }, (_, index) => `oN${index}`);
  await read(FIRST, 'oA', 'oB');
  store.begin('acc', FIRST + DAY);
  see('oA', ...many);
  const cut = store.complete('acc', FIRST + DAY);
  // It takes its first steps, then the process is gone.
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
  expect(store.changes('acc').asOf).toBe('2026-11-01T00:00:00.000Z');
  const copy = openDatabase(':memory:', 'no folder');
  try {
    for (const table of [
      'directories',
      'follower_scenes',
      'followers',
      'follower_tags',
      'arriving_followers',
      'departed_followers',
    ]) {
      const rows = database.prepare(`SELECT * FROM ${table}`).all();
      for (const row of rows) {
        const columns = Object.keys(row);
        const values = columns.map((column) => `:${column}`);
        copy.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values})`).run(row);
      }
    }
    const next = createFollowerStore(copy);
    await next.complete('acc', FIRST + DAY);
    expect(next.changes('acc')).toMatchObject({ new: 350, left: 1, returned: 0 });
    expect(next.page({ accountId: 'acc', limit: 1 }).total).toBe(351);
    expect(next.page({ accountId: 'acc', limit: 500, tag: 100 }).total).toBe(351);
  } finally {
    copy.close();
    await cut;
  }
});
