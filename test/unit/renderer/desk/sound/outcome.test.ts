/** Which sound a batch of scans makes. */
import { expect, test } from 'vitest';
import { loudest, type Outcome } from '#renderer/desk/sound/outcome.ts';
import { tones } from '#renderer/desk/sound/tones.ts';
import { aScan } from '../../../../support/a-scan.ts';

const followed = aScan();
const repeat = aScan({ firstScannedAt: '2026-11-22T10:00:00.000Z' });
const stranger = aScan({ verdict: 'not_followed' });
const declined = aScan({ verdict: 'unknown', reason: 'denied' });
const broken = aScan({ verdict: 'unknown', reason: 'credentials' });

test.each<[Outcome, ReturnType<typeof aScan>[]]>([
  ['followed', [followed]],
  ['repeat', [repeat]],
  ['not_followed', [stranger]],
  ['unknown', [declined]],
  ['trouble', [broken]],
  ['repeat', [followed, repeat, followed]],
  ['not_followed', [followed, stranger, repeat]],
  ['unknown', [stranger, declined, followed]],
  ['trouble', [declined, broken, stranger]],
])('%s', (outcome, scans) => {
  expect(loudest(scans)).toBe(outcome);
});

test('an annulled scan, or none, is silent', () => {
  expect(loudest([])).toBeNull();
  expect(loudest([aScan({ annulled: { at: '2026-11-23T10:00:00.000Z', reason: 'a test' } })])).toBeNull();
});

test('no two sounds have the same tune, and none outlasts half a second', () => {
  const tunes = Object.values(tones).map((notes) => notes.map(({ at, pitch }) => `${at}:${pitch}`).join());
  expect(new Set(tunes).size).toBe(5);
  for (const notes of Object.values(tones)) {
    expect(Math.max(...notes.map(({ at, length }) => at + length))).toBeLessThanOrEqual(0.5);
  }
});
