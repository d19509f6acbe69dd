/** Counts for charts: what lies in which minute, hour and day, whose clock decides, and what is left out. */

import { describe, expect, test } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import { MOST_POINTS, ScanSeriesQuery } from '#shared/model/scan.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

/** Scans at these times, in the order given. */
async function openWith(times: string[], facts = {}) {
  const opened = openScanDatabase();
  for (const time of times) {
    await opened.store.insert(newScan({ scannedAt: Date.parse(time), ...facts }));
  }
  const series = (query: object) => atOnce(opened.store.series(ScanSeriesQuery.parse(query)));
  const points = (query: object) => series(query).map(({ at, scanned }) => [at, scanned]);
  return { ...opened, series, points };
}

describe('series by time', () => {
  test('counts each minute and hour that had a scan, the oldest first', async () => {
    const { points } = await openWith([
      '2026-11-23T10:59:59.999Z',
      '2026-11-23T11:00:00.000Z',
      '2026-11-23T11:00:59.999Z',
      '2026-11-23T11:02:00.000Z',
    ]);
    expect(points({ by: 'minute' })).toEqual([
      ['2026-11-23T10:59:00.000Z', 1],
      ['2026-11-23T11:00:00.000Z', 2],
      ['2026-11-23T11:02:00.000Z', 1],
    ]);
    expect(points({ by: 'hour' })).toEqual([
      ['2026-11-23T10:00:00.000Z', 1],
      ['2026-11-23T11:00:00.000Z', 3],
    ]);
    expect(points({ by: 'minute', from: '2026-11-23T11:00:00Z', to: '2026-11-23T11:02:00Z' })).toEqual([
      ['2026-11-23T11:00:00.000Z', 2],
    ]);
  });

  test('lets days and hours begin where the operator’s clock says', async () => {
    const { points } = await openWith([
      '2026-11-23T15:59:59Z',
      '2026-11-23T16:00:00Z',
      '2026-11-23T18:40:00Z',
    ]);
    expect(points({ by: 'day' })).toEqual([['2026-11-23T00:00:00.000Z', 3]]);
    expect(points({ by: 'day', offsetMinutes: 480 })).toEqual([
      ['2026-11-22T16:00:00.000Z', 1],
      ['2026-11-23T16:00:00.000Z', 2],
    ]);
    expect(points({ by: 'day', offsetMinutes: -300 })).toEqual([['2026-11-23T05:00:00.000Z', 3]]);
    expect(points({ by: 'hour', offsetMinutes: 330 })).toEqual([
      ['2026-11-23T15:30:00.000Z', 2],
      ['2026-11-23T18:30:00.000Z', 1],
    ]);
  });

  test('tells verdicts apart, filters, and leaves annulled scans out', async () => {
    const { store, series } = await openWith(['2026-11-23T10:00:00Z'], { openid: 'anna' });
    const scannedAt = Date.parse('2026-11-23T10:00:30Z');
    await store.insert(newScan({ scannedAt, verdict: 'not_followed', entryId: 'entry00002' }));
    const { id } = await store.insert(newScan({ scannedAt, verdict: 'unknown', reason: 'quota' }));
    const minute = { at: '2026-11-23T10:00:00.000Z', entryId: null };
    const all = { scanned: 3, followed: 1, notFollowed: 1, unknown: 1 };
    expect(series({ by: 'minute' })).toEqual([{ ...minute, ...all }]);
    expect(series({ by: 'minute', entryId: 'entry00002' })).toMatchObject([{ scanned: 1, notFollowed: 1 }]);
    expect(series({ by: 'minute', openid: 'anna' })).toMatchObject([{ scanned: 1, followed: 1 }]);
    expect(series({ by: 'minute', reason: 'quota' })).toMatchObject([{ scanned: 1, unknown: 1 }]);
    await store.annul(id, 'a test', scannedAt);
    expect(series({ by: 'minute' })).toEqual([{ ...minute, ...all, scanned: 2, unknown: 0 }]);
    expect(series({ by: 'minute', annulled: true })).toEqual([]);
  });

  test('of more than the most points answers the newest', async () => {
    const { store, points } = await openWith([]);
    const start = Date.parse('2026-11-23T00:00:00Z');
    const written = Array.from({ length: MOST_POINTS + 2 }, (_, minute) =>
      store.insert(newScan({ scannedAt: start + minute * 60_000 })),
    );
    await Promise.all(written);
    const answered = points({ by: 'minute' });
    expect(answered).toHaveLength(MOST_POINTS);
    expect(answered[0]).toEqual(['2026-11-23T00:02:00.000Z', 1]);
  });
});

describe('series by entry', () => {
  test('begins with the entry that has the most, and forgets one whose scans were all annulled', async () => {
    const { store, series } = await openWith(['2026-11-23T10:00:00Z']);
    const scannedAt = Date.parse('2026-11-24T10:00:00Z');
    await store.insert(newScan({ entryId: 'entry00002', scannedAt, verdict: 'not_followed' }));
    await store.insert(newScan({ entryId: 'entry00002', scannedAt }));
    const { id } = await store.insert(newScan({ entryId: 'entry00003', scannedAt }));
    await store.annul(id, 'a test', scannedAt);
    const busiest = { at: null, entryId: 'entry00002', scanned: 2, followed: 1, notFollowed: 1, unknown: 0 };
    expect(series({ by: 'entry' })).toEqual([busiest, expect.objectContaining({ entryId: 'entry00001' })]);
    expect(series({ by: 'entry', from: '2026-11-24T00:00:00Z' })).toEqual([busiest]);
  });
});

test('lists, counters and charts agree whatever is asked', async () => {
  const { store, series } = await openWith([]);
  const verdicts = ['followed', 'not_followed', 'unknown'] as const;
  for (let index = 0; index < 120; index += 1) {
    const verdict = verdicts[index % 3] ?? 'unknown';
    const reason = verdict === 'unknown' ? (index % 2 ? 'quota' : 'denied') : null;
    const entryId = `entry0000${index % 2}`;
    const scan = await store.insert(
      newScan({ verdict, reason, entryId, accountId: `account${index % 4}`, openid: `person${index % 10}` }),
    );
    if (index % 7 === 0) await store.annul(scan.id, 'a test', scan.revision);
  }
  const always = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
  const one = { verdict: 'unknown', reason: 'quota', entryId: 'entry00001', accountId: 'account1' } as const;
  const filters = [{}, { verdict: one.verdict }, { reason: one.reason }, { entryId: one.entryId }, one];
  for (const filter of [...filters, { openid: 'person3' }, { annulled: true }, { annulled: false }]) {
    const summary = atOnce(store.summary(filter));
    expect(atOnce(store.summary({ ...filter, ...always }))).toEqual(summary);
    expect(store.list({ ...filter, limit: 500 }).items).toHaveLength(summary.scanned + summary.annulled);
    for (const by of ['minute', 'day', 'entry']) {
      const counted = series({ by, ...filter }).reduce((sum, { scanned }) => sum + scanned, 0);
      expect(counted).toBe(summary.scanned);
    }
  }
});
