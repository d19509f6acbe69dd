/** A short rehearsal through the real host, and the judge of all rehearsals, who must find whoever is missing. */
import { expect, test } from 'vitest';
import { type RecordedScan, wrongCounts } from '../../rehearsal/count.ts';
import { type Progress, rehearse } from '../../rehearsal/rehearsal.ts';
import { isGood, reportOf } from '../../rehearsal/report.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('60 people within 5 seconds, WeChat away for a second', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  let last: Progress | null = null;
  const plan = { phones: 60, seconds: 5, entries: 3, latencyMs: 40, cutSeconds: 1, seed: 'short', folder };
  const outcome = await rehearse(plan, (progress) => {
    last = progress;
  });
  expect([...outcome.lost, ...outcome.wrong]).toEqual([]);
  expect(isGood(outcome)).toBe(true);
  expect(last).toMatchObject({ arrived: 60, decided: 60, lost: 0 });
  expect(reportOf(outcome)).toContain('✓ everybody was counted once');
});

const people = new Map([
  ['anna', true],
  ['ben', false],
]);
const anna = { openid: 'anna', verdict: 'followed', reason: null, annulled: null };
const ben = { openid: 'ben', verdict: 'not_followed', reason: null, annulled: null };
const denied = { openid: null, verdict: 'unknown', reason: 'denied', annulled: null };
const summary = { scanned: 3, followed: 1, notFollowed: 1, unknown: 1 };

test.each<[string, RecordedScan[], string[]]>([
  ['everybody once', [anna, ben, denied], []],
  ['a second scan that does not count', [anna, { ...anna, annulled: {} }, ben, denied], []],
  ['somebody missing', [anna, denied], ['ben is missing']],
  ['somebody twice', [anna, ben, ben, denied], ['ben is counted 2 times']],
  [
    'a wrong verdict',
    [anna, { ...ben, verdict: 'followed' }, denied],
    ['ben is followed (no reason) instead of not_followed'],
  ],
  ['a stranger', [anna, ben, denied, { ...ben, openid: 'carl' }], ['carl never came']],
  ['nobody declined', [anna, ben], ['1 declined, 0 are on record']],
  [
    'a scan without anybody',
    [anna, ben, denied, { ...denied, reason: 'network' }],
    ['somebody without an openid is on record (network)'],
  ],
])('the judge sees %s', (_what, scans, wrong) => {
  expect(wrongCounts({ people, declined: 1 }, scans, summary)).toEqual(wrong);
});

test('the judge reads the counters too', () => {
  const wrong = wrongCounts({ people, declined: 1 }, [anna, ben, denied], { ...summary, followed: 2 });
  expect(wrong).toEqual(['the counter followed says 2 instead of 1']);
});
