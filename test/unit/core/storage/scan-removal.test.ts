/** What erasing and deleting leave of scans: counters, order, and nothing by which somebody is found. */

import { expect, test } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import { aSummary } from '../../../support/a-scan.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const at = Date.parse('2026-11-23T12:00:00Z');

test('an erased scan keeps its verdict and its place in the counters, and says nothing else', async () => {
  const { store } = openScanDatabase();
  const facts = {
    openid: 'anna',
    unionid: 'u',
    param: 'table 5',
    ip: '10.0.0.1',
    codeDigest: 'a1'.repeat(16),
  };
  const scan = await store.insert(newScan({ ...facts, subscribeTime: '2013-10-25T09:55:57.000Z' }));
  const elsewhere = await store.insert(newScan({ openid: 'anna', accountId: 'removed' }));
  const other = await store.insert(newScan({ param: 'invited by anna' }));
  const before = atOnce(store.summary({}));
  expect(await store.erase('anna', ['anna'])).toBe(2);
  const nobody = { openid: null, unionid: null, ip: null, param: '', subscribeTime: null };
  expect(store.byId(scan.id)).toEqual({ ...scan, ...nobody, revision: 4 });
  expect(store.byId(elsewhere.id)).toMatchObject(nobody);
  expect(store.byId(other.id)?.param).toBe('invited by …');
  expect(atOnce(store.summary({}))).toEqual(before);
  expect(store.changesAfter(3, 9).map(({ id }) => id)).toEqual([scan.id, elsewhere.id, other.id]);
  expect(store.byCode('a1'.repeat(16))).toBeNull();
  expect(await store.erase('anna', ['anna'])).toBe(0);
});

test('nobody learns anew who it was, and a phone is told nothing', async () => {
  const { store } = openScanDatabase();
  const scan = await store.insert(newScan({ openid: 'anna', verdict: 'unknown', reason: 'network' }));
  await store.erase('anna', ['anna']);
  expect(await store.decide(scan.id, { ...scan, verdict: 'followed', reason: null }, at)).toBeNull();
  expect(await store.revisit(scan.id, 'another', at)).toBeNull();
  expect(store.undecided(0)).toEqual([]);
  expect(store.unlessErased(scan.id)).toBeNull();
  expect(store.byId(scan.id)).toMatchObject({ verdict: 'unknown', openid: null, visits: 1 });
});

test('a scan from before that learns only later whose it is, is nobody’s; a new one is somebody’s', async () => {
  const { store } = openScanDatabase();
  const waiting = await store.insert(newScan({ openid: null, verdict: 'unknown', reason: 'network' }));
  await store.erase('anna', []);
  const known = { ...waiting, openid: 'anna', verdict: 'followed', reason: null } as const;
  expect(await store.decide(waiting.id, known, at)).toBeNull();
  expect(store.unlessErased(waiting.id)).toBeNull();
  expect(store.person('account001', 'anna').scans).toBe(0);
  const next = await store.insert(newScan({ openid: null, verdict: 'unknown', reason: 'network' }));
  expect(await store.decide(next.id, known, at)).toMatchObject({ openid: 'anna' });
});

test('an openid in a reason goes too, from any scan and from the log', async () => {
  const { store, database } = openScanDatabase();
  await store.insert(newScan({ openid: 'anna' }));
  const { id } = await store.insert(newScan({ openid: 'bert' }));
  await store.annul(id, 'anna is staff', at);
  await store.erase('anna', ['anna']);
  expect(store.byId(id)?.annulled?.reason).toBe('… is staff');
  expect(database.prepare('SELECT reason FROM scan_annulments').all()).toEqual([{ reason: '… is staff' }]);
  expect(atOnce(store.summary({})).annulled).toBe(1);
});

test('a person with more scans than fit in one commit is erased from all', async () => {
  const { store } = openScanDatabase();
  const written = Array.from({ length: 401 }, () => store.insert(newScan({ openid: 'anna' })));
  await Promise.all(written);
  expect(await store.erase('anna', ['anna'])).toBe(401);
  expect(store.person('account001', 'anna').scans).toBe(0);
});

test('the oldest are deleted first, as many as asked, and the counters shrink with them', async () => {
  const { store, database } = openScanDatabase();
  const old = await store.insert(newScan({ scannedAt: at - 3000 }));
  await store.annul(old.id, 'a test', at);
  await store.insert(newScan({ scannedAt: at - 2000, verdict: 'unknown', reason: 'quota' }));
  const kept = await store.insert(newScan({ scannedAt: at }));
  expect(await store.deleteBefore(at, 1)).toBe(1);
  expect(store.byId(old.id)).toBeNull();
  expect(atOnce(store.summary({}))).toEqual(aSummary({ scanned: 2, followed: 1, unknown: 1, followRate: 1 }));
  expect(await store.deleteBefore(at, 9)).toBe(1);
  expect(atOnce(store.summary({}))).toEqual(aSummary({ scanned: 1, followed: 1, followRate: 1 }));
  expect(store.list({ limit: 9 }).items.map(({ id }) => id)).toEqual([kept.id]);
  expect(database.prepare('SELECT count(*) AS rows FROM scan_annulments').get()).toEqual({ rows: 0 });
});

test('ids and revisions are never used again, also after everything was deleted and a restart', async () => {
  const { store, database, folder } = openScanDatabase();
  const last = await store.insert(newScan({ scannedAt: at }));
  await store.annul(last.id, 'a test', at);
  const newest = store.newestRevision();
  await store.deleteBefore(at + 1, 9);
  expect(store.newestRevision()).toBe(newest);
  database.close();
  const { store: reopened } = openScanDatabase(folder);
  const next = await reopened.insert(newScan());
  expect([Number(next.id), next.revision]).toEqual([Number(last.id) + 1, newest + 1]);
});
