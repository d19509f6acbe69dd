/** How fast a look-up goes, and how long it still takes. */
import { describe, expect, it } from 'vitest';
import { paceOf, withSample } from '#renderer/lookup/pace.ts';
import { timeLeft } from '#renderer/lookup/time-left.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

function samplesOf(...pairs: [at: number, answered: number][]) {
  let samples: Parameters<typeof withSample>[0] = [];
  for (const [at, answered] of pairs) samples = withSample(samples, { at, answered });
  return samples;
}

describe('paceOf', () => {
  it('tells people a second and the seconds left', () => {
    expect(paceOf(samplesOf([0, 0], [1_000, 100], [2_000, 200]), 1_000)).toEqual({
      perSecond: 100,
      secondsLeft: 8,
    });
  });

  it('says nothing before a second has passed, or while nothing comes', () => {
    expect(paceOf(samplesOf(), 10)).toBeNull();
    expect(paceOf(samplesOf([0, 0], [900, 100]), 1_000)).toBeNull();
    expect(paceOf(samplesOf([0, 100], [5_000, 100]), 1_000)).toBeNull();
  });

  it('forgets what was long ago', () => {
    const samples = samplesOf([0, 0], [20_000, 200], [22_000, 1_200]);
    expect(paceOf(samples, 2_200)).toEqual({ perSecond: 500, secondsLeft: 2 });
  });

  it('starts afresh when somebody was taken out', () => {
    expect(samplesOf([0, 50], [1_000, 49])).toEqual([{ at: 1_000, answered: 49 }]);
  });
});

describe.each(LANGUAGES)('timeLeft in %s', (language) => {
  const t = textOf(language);
  it.each([
    [0.2, /1(?!\d)/],
    [59, /59/],
    [61, /2(?!\d)/],
    [3_599, /60/],
    [3_660, /1\D+1/],
  ])('of %d seconds', (seconds, expected) => {
    expect(isWorded(timeLeft(t, seconds))).toBe(true);
    expect(timeLeft(t, seconds)).toMatch(expected);
  });
});
