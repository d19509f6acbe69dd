import { expect, test } from 'vitest';
import { FolderInUse, StorageFailed } from '#core/errors.ts';
import { atOnce } from '#core/in-turns.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

test('writes that arrive together share one commit', async () => {
  const { store, database } = openScanDatabase();
  let commits = 0;
  store.onChange(() => {
    commits += 1;
  });
  await Promise.all(Array.from({ length: 50 }, () => store.insert(newScan())));
  expect(commits).toBe(1);
  expect(database.prepare('SELECT count(*) AS count FROM scans').get()).toEqual({ count: 50 });
});

test('one bad write does not take its neighbours with it', async () => {
  const { store } = openScanDatabase();
  const results = await Promise.allSettled([
    store.insert(newScan()),
    store.insert(newScan({ entryId: null as never })),
    store.insert(newScan()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(atOnce(store.summary({})).scanned).toBe(2);
});

test('a full disk is named, nothing half-written stays, and the next write works once there is room', async () => {
  const { store, database, health } = openScanDatabase();
  await store.insert(newScan());
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${pages}`);
  const big = newScan({ param: 'x'.repeat(50_000) });
  await expect(store.insert(big)).rejects.toMatchObject({ name: 'StorageFailed', kind: 'full' });
  expect(health.notice()).toBe('storage_full');
  expect(atOnce(store.summary({})).scanned).toBe(1);
  database.exec('PRAGMA max_page_count = 100000');
  await store.insert(big);
  expect(health.notice()).toBeNull();
  expect(atOnce(store.summary({})).scanned).toBe(2);
});

test('a second FollowDesk on the same folder is told so', () => {
  const { folder } = openScanDatabase();
  expect(() => openDatabase(`${folder}/scans.db`, folder)).toThrow(FolderInUse);
});

test('a database that is none is a storage failure', () => {
  expect(() => openDatabase('/nowhere/at/all/scans.db', '/nowhere')).toThrow(StorageFailed);
});
