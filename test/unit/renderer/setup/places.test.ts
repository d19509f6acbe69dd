/** The guide's addresses: written and read alike, so that Reload and Back keep the step. */
import { describe, expect, it } from 'vitest';
import { setupHash, setupPlaceOf } from '#renderer/setup/places.ts';
import { STEPS } from '#renderer/setup/steps.ts';

/** What `usePlace` answers for this hash. */
const inside = (hash: string) => hash.replace('#/', '').split('/').slice(1);

describe('setupHash', () => {
  it.each([null, 'abcdefghij'])('leads back to where it was written, account %s', (accountId) => {
    for (const step of STEPS) {
      expect(setupPlaceOf(inside(setupHash(accountId, step)))).toEqual({ accountId, step });
    }
    expect(setupPlaceOf(inside(setupHash(accountId)))).toEqual({ accountId, step: null });
  });

  it('is what the rest of the console links to', () => {
    expect(setupHash(null)).toBe('#/accounts/setup');
    expect(setupHash('abcdefghij', 'scan')).toBe('#/accounts/abcdefghij/setup/scan');
  });
});

describe('setupPlaceOf', () => {
  it.each([[[]], [['new']], [['abcdefghij']], [['abcdefghij', 'token']]])('is no guide: %j', (place) => {
    expect(setupPlaceOf(place)).toBeNull();
  });

  it('leaves an unknown step to the guide', () => {
    expect(setupPlaceOf(['setup', 'nowhere'])).toEqual({ accountId: null, step: null });
  });
});
