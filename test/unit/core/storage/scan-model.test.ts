/** Scans against a naive model: whatever is done to them in whatever order, lists, counters and first times agree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';
import { ACCOUNTS, change, type Known, MINUTE_MS, openBoth, START } from './naive-scans.ts';

type Wanted = [Verdict?, Reason?];
type Opened = ReturnType<typeof openBoth>;

function firstBefore(known: readonly Known[], { openid, accountId, at }: Known): string | null {
  const earlier = known.filter(
    (scan) =>
      openid !== null &&
      scan.openid === openid &&
      scan.accountId === accountId &&
      !scan.annulled &&
      scan.at < at,
  );
  return earlier.length === 0 ? null : new Date(Math.min(...earlier.map((scan) => scan.at))).toISOString();
}

function countsOf(known: readonly Known[]) {
  const counted = known.filter(({ annulled }) => !annulled);
  const of = (verdict: Verdict) => counted.filter((scan) => scan.verdict === verdict).length;
  return {
    scanned: counted.length,
    followed: of('followed'),
    notFollowed: of('not_followed'),
    unknown: of('unknown'),
  };
}

function agree({ store, known }: Opened): void {
  const all = known();
  const listed = store.list({ limit: 500 }).items;
  const expected = [...all].sort((a, b) => b.at - a.at || b.id - a.id);
  expect(listed.map(({ id }) => Number(id))).toEqual(expected.map(({ id }) => id));
  expect(listed.map(({ openid, firstScannedAt }) => [openid, firstScannedAt])).toEqual(
    expected.map((scan) => [scan.openid, firstBefore(all, scan)]),
  );
  const range = {
    from: new Date(START + 5 * MINUTE_MS).toISOString(),
    to: new Date(START + 21 * MINUTE_MS).toISOString(),
  };
  const inRange = ({ at }: Known) => at >= Date.parse(range.from) && at < Date.parse(range.to);
  for (const accountId of [undefined, ...ACCOUNTS]) {
    for (const [verdict, reason] of [[], ['followed'], ['unknown'], ['unknown', 'quota']] as Wanted[]) {
      for (const annulled of [undefined, true, false]) {
        const filter = { accountId, verdict, reason, annulled };
        const matching = all.filter(
          (scan) =>
            (accountId === undefined || scan.accountId === accountId) &&
            (verdict === undefined || scan.verdict === verdict) &&
            (reason === undefined || scan.reason === reason) &&
            (annulled === undefined || scan.annulled === annulled),
        );
        const annulledOnes = matching.filter((scan) => scan.annulled);
        const numbers = { ...countsOf(matching), annulled: annulledOnes.length };
        expect(atOnce(store.summary(filter))).toMatchObject(numbers);
        expect(atOnce(store.summary({ ...filter, ...range }))).toMatchObject(
          countsOf(matching.filter(inRange)),
        );
        const page = store.list({ ...filter, limit: 3 });
        expect(page.items).toHaveLength(Math.min(3, matching.length));
        for (const by of ['minute', 'day', 'entry'] as const) {
          const points = atOnce(store.series({ ...filter, ...range, by, offsetMinutes: 480 }));
          const scanned = points.reduce((sum, point) => sum + point.scanned, 0);
          expect(scanned).toBe(countsOf(matching.filter(inRange)).scanned);
        }
      }
    }
    for (const openid of ['oAnna', 'oBert']) {
      const theirs = all.filter(
        (scan) => scan.openid === openid && scan.accountId === accountId && !scan.annulled,
      );
      if (accountId !== undefined) expect(store.person(accountId, openid).scans).toBe(theirs.length);
    }
  }
}

test('whatever is done to scans, in whatever order', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 60, size: 'max' }), async (changes) => {
      const opened = openBoth();
      for (const one of changes) {
        const revision = opened.store.newestRevision();
        await opened.apply(one);
        expect(opened.store.newestRevision()).toBeGreaterThanOrEqual(revision);
      }
      agree(opened);
      opened.database.close();
    }),
    { numRuns: 40 },
  );
});
