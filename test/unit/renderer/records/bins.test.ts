/** Bars of one width, none left out, their edges the clock's own, and no scan lost on the way. */
import { describe, expect, it } from 'vitest';
import { binsOf, type Grain, grainFor, MOST_BINS, rateOf } from '#renderer/records/charts/bins.ts';
import { labelOf } from '#renderer/records/charts/labels.ts';
import { rangeOf, rangeWithin } from '#renderer/records/charts/use-time-series.ts';
import type { ScanCount } from '#shared/model/scan.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = new Date(2026, 2, 10, 9, 0).getTime();

function countAt(at: number, followed = 1, notFollowed = 0, unknown = 0): ScanCount {
  const scanned = followed + notFollowed + unknown;
  return { at: new Date(at).toISOString(), entryId: null, scanned, followed, notFollowed, unknown };
}

function spread(ms: number, grain: Grain, step: number) {
  const counts = [];
  for (let at = START; at <= START + ms; at += step) counts.push(countAt(at));
  return { counts, bins: binsOf(counts, grain) };
}

describe('the bars', () => {
  it('are minutes while an event is short, quiet ones included', () => {
    const bins = binsOf([countAt(START), countAt(START + 3 * MINUTE, 1, 3)], 'minute');
    expect(bins?.width).toEqual({ unit: 'minute', count: 1 });
    expect(bins?.bins.map(({ scanned }) => scanned)).toEqual([1, 0, 0, 4]);
    expect(bins?.bins.map(({ rate }) => rate)).toEqual([1, null, null, 0.25]);
  });

  it.each([
    ['two hours', 2 * HOUR, 'minute', MINUTE, { unit: 'minute', count: 2 }],
    ['a day', 14 * HOUR, 'minute', MINUTE, { unit: 'minute', count: 15 }],
    ['a week', 6 * DAY, 'hour', HOUR, { unit: 'hour', count: 3 }],
    ['two months', 58 * DAY, 'hour', HOUR, { unit: 'day', count: 1 }],
    ['ten years', 3650 * DAY, 'day', DAY, { unit: 'day', count: 90 }],
  ] as const)('of %s stay few enough to be read', (_name, ms, grain, step, width) => {
    const { counts, bins } = spread(ms, grain, step);
    expect(bins?.width).toEqual(width);
    expect(bins?.bins.length).toBeLessThanOrEqual(MOST_BINS + 1);
    expect(bins?.bins.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(counts.length);
  });

  it('begin on the clock’s own edges and follow one another', () => {
    const bins = binsOf([countAt(START + 7 * MINUTE), countAt(START + 5 * HOUR)], 'minute')?.bins ?? [];
    expect(new Date(bins[0]?.from ?? 0).getMinutes() % 5).toBe(0);
    for (const [index, bin] of bins.entries()) if (index > 0) expect(bin.from).toBe(bins[index - 1]?.to);
  });

  it('are none where nobody came, or where nothing is by time', () => {
    expect(binsOf([], 'minute')).toBeNull();
    expect(binsOf([{ ...countAt(START), at: null, entryId: 'e' }], 'minute')).toBeNull();
  });

  it('say when in as few characters as the range allows', () => {
    const short = binsOf([countAt(START), countAt(START + HOUR)], 'minute');
    const days = binsOf([countAt(START), countAt(START + 3 * DAY)], 'hour');
    const months = binsOf([countAt(START), countAt(START + 40 * DAY)], 'day');
    if (!short || !days || !months) throw new Error('there are counts');
    expect([short, days, months].map((bins) => labelOf(START, bins))).toEqual([
      '09:00',
      '3/10 09:00',
      '3/10',
    ]);
  });
});

describe('how finely is counted', () => {
  const iso = (at: number) => new Date(at).toISOString();

  it('keeps under the most points the host gives', () => {
    expect([DAY, 25 * HOUR, 2 * DAY, 60 * DAY, 61 * DAY].map(grainFor)).toEqual([
      'minute',
      'minute',
      'hour',
      'hour',
      'day',
    ]);
  });

  it('is known at once for a day, and asked for otherwise', () => {
    expect(rangeOf({ from: iso(START), to: iso(START + DAY) })?.grain).toBe('minute');
    expect(rangeOf({ from: iso(START), to: iso(START + 7 * DAY) })).toBeNull();
    expect(rangeOf({ from: iso(START) })).toBeNull();
  });

  it('shows an event of one day in years of silence by minutes', () => {
    const midnight = new Date(START).setHours(0, 0, 0, 0);
    const range = rangeWithin({ accountId: 'a' }, [countAt(midnight)]);
    expect(range).toEqual({
      filter: { accountId: 'a', from: iso(midnight), to: iso(midnight + DAY) },
      grain: 'minute',
    });
  });

  it('never asks beyond the filter', () => {
    const midnight = new Date(START).setHours(0, 0, 0, 0);
    const filter = { from: iso(START), to: iso(START + 30 * DAY) };
    expect(rangeWithin(filter, [countAt(midnight)]).filter.from).toBe(iso(START));
    expect(rangeWithin({}, [countAt(midnight), countAt(midnight + 90 * DAY)]).grain).toBe('day');
  });
});

it('has no rate before anybody got a verdict', () => {
  expect(rateOf({ followed: 0, notFollowed: 0 })).toBeNull();
  expect(rateOf({ followed: 1, notFollowed: 3 })).toBe(0.25);
});
