/** Charts are labelled at round numbers and round hours, and never so many that they run into each other. */
import { describe, expect, it } from 'vitest';
import { type Bins, binsOf, type Grain } from '#renderer/records/charts/bins.ts';
import { countTicks, timeTicks } from '#renderer/records/charts/ticks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [5, [0, 2, 4, 6]],
  [60, [0, 20, 40, 60]],
  [478, [0, 200, 400, 600]],
  [2_850, [0, 1_000, 2_000, 3_000]],
])('%i scans', (most, ticks) => {
  expect(countTicks(most)).toEqual(ticks);
});

describe('moments', () => {
  const start = new Date(2026, 10, 18, 7, 10).getTime();

  function bars(ms: number, grain: Grain): Bins {
    const count = (at: number) => ({
      ...{ at: new Date(at).toISOString(), entryId: null },
      ...{ scanned: 1, followed: 1, notFollowed: 0, unknown: 0 },
    });
    const bins = binsOf([count(start), count(start + ms)], grain);
    if (bins === null) throw new Error('no bars');
    return bins;
  }
  const written = (bins: Bins) =>
    timeTicks(bins, 'narrow').map((at) => new Date(at).toTimeString().slice(0, 5));

  it('are all labelled while they are few', () => {
    expect(written(bars(0, 'minute'))).toEqual(['07:10']);
    expect(written(bars(2 * MINUTE, 'minute'))).toEqual(['07:10', '07:11', '07:12']);
  });

  it('fall on round hours', () => {
    expect(written(bars(2 * HOUR, 'minute'))).toEqual(['07:30', '08:00', '08:30', '09:00']);
    expect(written(bars(12 * HOUR, 'minute'))).toEqual(['09:00', '12:00', '15:00', '18:00']);
  });

  it('are midnights in a week, and evenly spread days in a month, up to the last', () => {
    const week = timeTicks(bars(6 * DAY, 'hour'), 'narrow');
    expect(week.map((at) => new Date(at).getHours())).toEqual(week.map(() => 0));
    expect(week.length).toBeGreaterThan(1);
    const month = bars(30 * DAY, 'day');
    const ticks = timeTicks(month, 'narrow');
    expect(ticks.length).toBeLessThanOrEqual(4);
    expect(ticks.at(-1)).toBe(month.bins.at(-1)?.from);
  });
});
