/** A look-up that stands still says which limit it met, until when, and what helps; in both languages. */
import { describe, expect, it } from 'vitest';
import { describeStop, describeWait } from '#renderer/lookup/describe-standstill.ts';
import type { Lookup } from '#shared/model/lookup.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

const NOW = new Date(2026, 10, 23, 10, 30);

function lookup(facts: Partial<Lookup>): Lookup {
  return {
    ...{ id: 'l1', accountId: 'a1', state: 'waiting', startedAt: NOW.toISOString(), endedAt: null },
    ...{ asked: 10, answered: 0, followed: 0, notFollowed: 0, unknown: 0 },
    ...{ reason: null, errcode: null, resumesAt: null },
    ...facts,
  };
}

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);

  it('a minute’s limit is not told as a day’s', () => {
    const minute = describeWait(t, lookup({ reason: 'quota', errcode: 45011 }), NOW);
    const day = describeWait(t, lookup({ reason: 'quota', errcode: 45009 }), NOW);
    expect([minute.why, day.why].every(isWorded)).toBe(true);
    expect(minute.why).not.toMatch(/零点|midnight/);
    expect(day.why).toMatch(/零点|midnight/);
  });

  it.each([
    [new Date(2026, 10, 23, 10, 31, 2), '10:31:02'],
    [new Date(2026, 10, 23, 16, 1), '16:01'],
    [new Date(2026, 10, 24, 0, 1), '11/24 00:01'],
  ])('it goes on at %s', (at, shown) => {
    const { title } = describeWait(t, lookup({ resumesAt: at.toISOString() }), NOW);
    expect(title).toMatch(new RegExp(`(?<!\\d)${shown}(?![:\\d])`));
  });

  it.each(['network', 'platform_busy', 'bad_reply', 'token', null] as const)(
    'of %s, it is worded',
    (reason) => {
      const { title, why } = describeWait(t, lookup({ reason }), NOW);
      expect(isWorded(title)).toBe(true);
      expect(why === null ? reason === null : isWorded(why)).toBe(true);
      const stop = describeStop(t, lookup({ reason, state: 'failed' }));
      expect(Object.values(stop).every(isWorded)).toBe(true);
    },
  );

  it.each(['network', 'platform_busy'] as const)(
    'one that failed of %s is not promised a retry',
    (reason) => {
      const { remedy } = describeStop(t, lookup({ reason, state: 'failed' }));
      expect(remedy).not.toMatch(/自动|by itself/);
      expect(remedy).toMatch(/继续|Go on/);
    },
  );
});
