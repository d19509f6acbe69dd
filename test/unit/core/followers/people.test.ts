/** One person at a time: remarks, tags, being forgotten; whatever is changed is found by what it is now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FollowerStore } from '#core/storage/follower-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { Follower, FollowerQuery } from '#shared/model/user.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { person } from './scripted-wechat.ts';

let database: DatabaseSync;
let store: FollowerStore;
let path: string;

beforeEach(() => {
  path = join(temporaryFolder(), 'scans.db');
  database = openDatabase(path, path);
  store = createFollowerStore(database);
});

afterEach(() => {
  if (database.isOpen) database.close();
});

async function readAll(people: readonly Follower[], accountId = 'acc'): Promise<void> {
  store.begin(accountId, 1);
  store.write(
    accountId,
    people.map((details) => ({ openid: details.openid, details })),
  );
  await store.complete(accountId, 2);
}

function found(filter: Partial<FollowerQuery>): string[] {
  return store.page({ accountId: 'acc', limit: 500, ...filter }).items.map(({ openid }) => openid);
}

test('a remark is found as it is now, and an empty one is none', async () => {
  await readAll([person('oA', { remark: '老王' }), person('oB')]);
  expect(store.setRemark('acc', 'oA', '欧阳')).toMatchObject({ openid: 'oA', remark: '欧阳' });
  expect([found({ q: '老' }), found({ q: '王' }), found({ q: '欧阳' })]).toEqual([[], [], ['oA']]);
  expect(store.setRemark('acc', 'oA', '')).toMatchObject({ remark: null });
  expect(found({ q: '欧' })).toEqual([]);
  expect(store.setRemark('acc', 'nobody', 'x')).toBeNull();
  expect(store.setRemark('other', 'oA', 'x')).toBeNull();
});

test('a tag is put on and taken off, for those whom the directory has', async () => {
  await readAll([person('oA', { tagIds: [2], remark: '老王' }), person('oB')]);
  store.setTag('acc', 100, ['oA', 'oB', 'nobody'], true);
  store.setTag('acc', 100, ['oB'], true);
  expect(found({ tag: 100 }).toSorted()).toEqual(['oA', 'oB']);
  expect(store.get('acc', 'oA')?.tagIds).toEqual([2, 100]);
  expect(found({ tag: 100, q: '老王' })).toEqual(['oA']);
  store.setTag('acc', 100, ['oA', 'nobody'], false);
  expect(found({ tag: 100 })).toEqual(['oB']);
  expect([found({ tag: 100, q: '王' }), found({ tag: 2, q: '王' })]).toEqual([[], ['oA']]);
});

test('a removed tag is off everybody, in one account only', async () => {
  const many = Array.from({ length: 250 }, (_, index) => person(`o${index}`, { tagIds: [100, 101] }));
  await readAll(many);
  await readAll(many.slice(0, 3), 'other');
  await store.removeTag('acc', 100);
  expect(found({ tag: 100 })).toEqual([]);
  expect(found({ tag: 101 })).toHaveLength(250);
  expect(store.get('acc', 'o7')?.tagIds).toEqual([101]);
  expect(store.page({ accountId: 'other', limit: 9, tag: 100 }).total).toBe(3);
});

test('somebody who follows anew stands where the new time puts them', async () => {
  await readAll([person('oA'), person('oB', { subscribeTime: '2026-05-01T00:00:00.000Z', tagIds: [100] })]);
  await readAll([
    person('oA', { subscribeTime: '2026-06-01T00:00:00.000Z', tagIds: [100], remark: '回来' }),
    person('oB', { subscribeTime: '2026-05-01T00:00:00.000Z', tagIds: [100] }),
  ]);
  expect(found({})).toEqual(['oA', 'oB']);
  expect(found({ tag: 100 })).toEqual(['oA', 'oB']);
  expect(found({ q: '回' })).toEqual(['oA']);
});

test('one person is erased from everywhere, words and all', async () => {
  await readAll([person('oA', { remark: '独一无二' }), person('oB', { remark: '老王' })]);
  store.begin('acc', 3);
  store.write('acc', [{ openid: 'oNew', details: person('oNew') }]);
  store.turnPage('acc', { nextOpenid: 'oA', fetched: 2, pages: 1, total: 3 });
  expect(store.erase('acc', 'oA')).toBe(1);
  expect(store.erase('acc', 'oA')).toBe(0);
  expect(store.erase('acc', 'oNew')).toBe(1);
  expect(store.erase('nobody', 'oA')).toBe(0);
  expect(store.sync('acc').nextOpenid).toBe('');
  expect(found({ q: '独' })).toEqual([]);
  expect(store.page({ accountId: 'acc', limit: 1 }).total).toBe(1);
  await store.complete('acc', 4);
  expect(found({})).toEqual([]);

  const word = '独一无'.split('').map((character) => character.codePointAt(0)?.toString(36).padStart(4, '0'));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  // Words of one beginning share it on the disk.
  expect(readFileSync(path).includes(word.slice(1).join(''))).toBe(false);
});

test('an account is forgotten a few at a time, from the first moment unseen, and over a restart', async () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    person(`o${index}`, { tagIds: [1], remark: '老王' }),
  );
  await readAll(many);
  await readAll(many.slice(0, 2), 'other');
  const forgetting = store.forget('acc');
  expect(store.page({ accountId: 'acc', limit: 1 })).toMatchObject({ total: 0, asOf: null });
  const left = database.prepare('SELECT count(*) AS rows FROM followers WHERE account = 1');
  expect(left.get()?.rows).toBeGreaterThan(0);
  // As the next session would find it.
  const next = createFollowerStore(database);
  expect(left.get()?.rows).toBe(0);
  await forgetting;
  for (const table of ['followers', 'follower_tags', 'directories']) {
    const rows = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows;
    expect(rows).toBe(table === 'directories' ? 1 : 2);
  }
  expect(next.page({ accountId: 'other', limit: 9, q: '王', tag: 1 }).total).toBe(2);
});
