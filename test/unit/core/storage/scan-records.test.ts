/** Scans as records: who came before, what is annulled, and what old layouts become. */

import { expect, test } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import { aSummary } from '../../../support/a-scan.ts';
import { makeReleasedDatabase, oldScanSql } from '../../../support/released-database.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const at = Date.parse('2026-11-23T12:00:00Z');
const iso = (time: number) => new Date(time).toISOString();

test('a person who comes back has the time of the first scan on this account that counts', async () => {
  const { store } = openScanDatabase();
  const anna = (facts = {}) => store.insert(newScan({ openid: 'anna', ...facts }));
  const first = await anna({ scannedAt: at });
  expect(first.firstScannedAt).toBeNull();
  expect((await anna({ accountId: 'elsewhere' })).firstScannedAt).toBeNull();
  expect((await store.insert(newScan({ openid: null }))).firstScannedAt).toBeNull();
  const second = await anna({ scannedAt: at + 1000 });
  const third = await anna({ scannedAt: at + 2000 });
  expect(third.firstScannedAt).toBe(iso(at));
  expect(store.byId(third.id)).toEqual(third);
  expect(store.list({ limit: 1, openid: 'anna', accountId: 'account001' }).items[0]).toMatchObject({
    id: third.id,
    firstScannedAt: iso(at),
  });
  expect(store.changesAfter(third.revision - 1, 1)).toEqual([third]);

  await store.annul(first.id, 'a test', at);
  expect(store.byId(third.id)?.firstScannedAt).toBe(iso(at + 1000));
  expect(store.byId(second.id)?.firstScannedAt).toBeNull();
});

test('an annulled scan counts nowhere and stays on record', async () => {
  const { store } = openScanDatabase();
  const scan = await store.insert(newScan());
  await store.insert(newScan({ verdict: 'not_followed' }));
  const annulled = await store.annul(scan.id, '员工测试', at);
  expect(annulled).toMatchObject({ annulled: { at: iso(at), reason: '员工测试' }, verdict: 'followed' });
  expect(atOnce(store.summary({}))).toEqual(
    aSummary({ scanned: 1, notFollowed: 1, annulled: 1, followRate: 0 }),
  );
  expect(atOnce(store.summary({ from: '2026-11-01T00:00:00Z' }))).toEqual(atOnce(store.summary({})));
  expect(atOnce(store.summary({ annulled: true }))).toEqual(aSummary({ annulled: 1 }));
  expect(atOnce(store.summary({ annulled: false }))).toMatchObject({ scanned: 1, annulled: 0 });
  expect(store.list({ limit: 9 }).items).toHaveLength(2);
  expect(store.list({ limit: 9, annulled: true }).items.map(({ id }) => id)).toEqual([scan.id]);
  expect(store.list({ limit: 9, annulled: false }).items.map(({ id }) => id)).not.toContain(scan.id);

  expect(await store.reinstate(scan.id, at + 1)).toMatchObject({ annulled: null });
  expect(atOnce(store.summary({}))).toMatchObject({ scanned: 2, followed: 1, annulled: 0 });
});

test('each annulment is a change; a second one keeps the time and takes the new reason', async () => {
  const { store, database } = openScanDatabase();
  const { id, revision } = await store.insert(newScan());
  await store.annul(id, 'first', at);
  expect(store.changesAfter(revision, 9)).toMatchObject([{ id, annulled: { reason: 'first' } }]);
  await store.annul(id, 'second', at + 1000);
  expect(store.byId(id)?.annulled).toEqual({ at: iso(at), reason: 'second' });
  expect(atOnce(store.summary({})).annulled).toBe(1);
  await store.reinstate(id, at + 2000);
  const { revision: reinstated } = (await store.reinstate(id, at + 3000)) ?? {};
  expect(reinstated).toBe(store.newestRevision());
  expect(reinstated).toBe(revision + 3);
  expect(database.prepare('SELECT at, reason FROM scan_annulments ORDER BY id').all()).toEqual([
    { at, reason: 'first' },
    { at: at + 1000, reason: 'second' },
    { at: at + 2000, reason: null },
  ]);
  expect(await store.annul('999', 'nobody', at)).toBeNull();
  expect(await store.reinstate('999', at)).toBeNull();
});

test('an annulled scan can still be decided, and counts nowhere afterwards either', async () => {
  const { store } = openScanDatabase();
  const scan = await store.insert(newScan({ verdict: 'unknown', reason: 'network' }));
  await store.annul(scan.id, 'a test', at);
  const decided = await store.decide(scan.id, { ...scan, verdict: 'followed', reason: null }, at);
  expect(decided).toMatchObject({ verdict: 'followed', annulled: { reason: 'a test' } });
  expect(atOnce(store.summary({}))).toEqual(aSummary({ annulled: 1 }));
  await store.reinstate(scan.id, at);
  expect(atOnce(store.summary({}))).toEqual(aSummary({ scanned: 1, followed: 1, followRate: 1 }));
});

test('reasons are filtered, counted, and followed as they change', async () => {
  const { store } = openScanDatabase();
  const waiting = await store.insert(newScan({ verdict: 'unknown', reason: 'network' }));
  await store.insert(newScan({ verdict: 'unknown', reason: 'quota', errcode: 45009 }));
  expect(store.list({ limit: 9, reason: 'network' }).items.map(({ id }) => id)).toEqual([waiting.id]);
  expect(atOnce(store.summary({ reason: 'network' }))).toMatchObject({ scanned: 1, unknown: 1 });
  await store.decide(waiting.id, { ...waiting, reason: 'quota' }, at);
  expect(atOnce(store.summary({ reason: 'network' })).scanned).toBe(0);
  expect(atOnce(store.summary({ reason: 'quota' })).scanned).toBe(2);
});

test('a database of the version before keeps its scans and its counters', () => {
  const folder = temporaryFolder();
  const old = [
    oldScanSql(1, 'anna'),
    oldScanSql(2, 'bert', { verdict: 'unknown', reason: 'quota' }),
    oldScanSql(3, 'anna'),
  ];
  makeReleasedDatabase(folder, 2, old.join('\n'));
  const { store } = openScanDatabase(folder);
  expect(atOnce(store.summary({}))).toEqual(aSummary({ scanned: 3, followed: 2, unknown: 1, followRate: 1 }));
  expect(atOnce(store.summary({ reason: 'quota' }))).toMatchObject({ scanned: 1 });
  expect(store.byId('3')).toMatchObject({ annulled: null, firstScannedAt: '2023-11-14T22:13:20.001Z' });
  expect(store.newestRevision()).toBe(3);
});
