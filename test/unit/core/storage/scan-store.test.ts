import { expect, test } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import { aSummary } from '../../../support/a-scan.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

test('a scan comes back as it was kept', async () => {
  const { store } = openScanDatabase();
  const kept = await store.insert(newScan({ param: '门口 A&B', subscribeScene: 'ADD_SCENE_QR_CODE' }));
  expect(store.byId(kept.id)).toEqual(kept);
  expect(kept).toMatchObject({ param: '门口 A&B', visits: 1, verdict: 'followed', revision: 1 });
  expect(store.byId('999')).toBeNull();
});

test('pages run from the newest to the oldest and miss nothing', async () => {
  const { store } = openScanDatabase();
  for (let index = 0; index < 25; index += 1) await store.insert(newScan());
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = store.list({ limit: 10, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => String(25 - index)));
  expect([...store.all({})].map(({ id }) => id)).toEqual(seen);
});

test('filters choose by entry, verdict, openid and time', async () => {
  const { store } = openScanDatabase();
  await store.insert(newScan({ openid: 'anna', scannedAt: Date.parse('2026-11-22T08:00:00Z') }));
  await store.insert(newScan({ openid: 'bert', verdict: 'not_followed', entryId: 'entry00002' }));
  const openids = (filter: object) => store.list({ limit: 10, ...filter }).items.map(({ openid }) => openid);
  expect(openids({ entryId: 'entry00002' })).toEqual(['bert']);
  expect(openids({ verdict: 'followed' })).toEqual(['anna']);
  expect(openids({ openid: 'bert' })).toEqual(['bert']);
  expect(openids({ to: '2026-11-22T20:00:00Z' })).toEqual(['anna']);
  expect(openids({ from: '2026-11-22T20:00:00Z' })).toEqual(['bert']);
});

test('counters follow verdicts as they change', async () => {
  const { store } = openScanDatabase();
  await store.insert(newScan());
  const stranger = await store.insert(newScan({ verdict: 'not_followed' }));
  await store.insert(newScan({ verdict: 'unknown', reason: 'network', openid: null }));
  expect(atOnce(store.summary({}))).toEqual(
    aSummary({ scanned: 3, followed: 1, notFollowed: 1, unknown: 1, followRate: 0.5 }),
  );
  await store.decide(stranger.id, { ...stranger, verdict: 'followed' }, stranger.visits);
  expect(atOnce(store.summary({}))).toEqual(aSummary({ scanned: 3, followed: 2, unknown: 1, followRate: 1 }));
  expect(atOnce(store.summary({ from: '2026-11-23T00:00:00Z' }))).toEqual(atOnce(store.summary({})));
  expect(atOnce(store.summary({ entryId: 'nobody' }))).toMatchObject({ scanned: 0, followRate: null });
});

test('every change has a place in one order, and only the latest of a scan is told', async () => {
  const { store } = openScanDatabase();
  const first = await store.insert(newScan());
  const second = await store.insert(newScan());
  await store.revisit(first.id, 'another digest', 0);
  expect(store.changesAfter(0, 10).map(({ id, revision }) => [id, revision])).toEqual([
    [second.id, 2],
    [first.id, 3],
  ]);
  expect(store.changesAfter(2, 10)).toMatchObject([{ id: first.id, visits: 2 }]);
  expect(store.newestRevision()).toBe(3);
});

test('a code leads to the scan it brought, also the second code of one visit, also after a restart', async () => {
  const [first, second, third] = ['a1'.repeat(16), 'b2'.repeat(16), 'c3'.repeat(16)] as const;
  const { store, database, folder, clock } = openScanDatabase();
  const scan = await store.insert(newScan({ codeDigest: first }));
  await store.revisit(scan.id, second, clock.now());
  function expectFound({ byCode }: typeof store): void {
    expect(byCode(first)?.id).toBe(scan.id);
    expect(byCode(second)?.id).toBe(scan.id);
    expect(byCode(third)).toBeNull();
  }
  expectFound(store);
  database.close();
  expectFound(openScanDatabase(folder).store);
});

test('a digest that only begins like a known one leads nowhere', async () => {
  const { store } = openScanDatabase();
  await store.insert(newScan({ codeDigest: `${'a'.repeat(12)}${'b'.repeat(20)}` }));
  expect(store.byCode(`${'a'.repeat(12)}${'c'.repeat(20)}`)).toBeNull();
});

test('only what passes by itself is asked about again', async () => {
  const { store } = openScanDatabase();
  const waiting = await store.insert(newScan({ verdict: 'unknown', reason: 'network' }));
  await store.insert(newScan({ verdict: 'unknown', reason: 'network', openid: null }));
  await store.insert(newScan({ verdict: 'unknown', reason: 'quota', errcode: 45009 }));
  await store.insert(newScan({ verdict: 'unknown', reason: 'platform_busy', scannedAt: 1000 }));
  expect(store.undecided(Date.parse('2026-11-23T00:00:00Z')).map(({ id }) => id)).toEqual([waiting.id]);
});

test('scans, counters and the order of changes survive closing', async () => {
  const first = openScanDatabase();
  await first.store.insert(newScan());
  first.database.close();
  const { store } = openScanDatabase(first.folder);
  expect(atOnce(store.summary({})).scanned).toBe(1);
  expect((await store.insert(newScan())).revision).toBe(2);
});
