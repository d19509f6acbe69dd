/** However many entries there are, the bars can be read and add up. */
import { expect, it } from 'vitest';
import { entryBars, MOST_ENTRIES } from '#renderer/records/charts/entry-bars.ts';
import { windowOf } from '#renderer/records/use-row-window.ts';

const counts = (many: number) =>
  Array.from({ length: many }, (_, index) => ({
    at: null,
    entryId: `e${index}`,
    scanned: many - index,
    followed: many - index,
    notFollowed: 0,
    unknown: 0,
  }));

it('names every entry while there are few', () => {
  expect(entryBars(counts(MOST_ENTRIES)).map(({ entryId }) => entryId)).toEqual(
    counts(MOST_ENTRIES).map(({ entryId }) => entryId),
  );
});

it('puts the rest into one bar', () => {
  const bars = entryBars(counts(20));
  expect(bars).toHaveLength(MOST_ENTRIES);
  expect(bars.at(-1)).toMatchObject({ entryId: null, entries: 15, scanned: 120 });
  expect(bars.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(210);
});

it('draws the rows in view and a few beyond, never more than there are', () => {
  expect(windowOf(1_000, 0, 440)).toEqual({ start: 0, end: 22 });
  expect(windowOf(1_000, 4_400, 440)).toEqual({ start: 88, end: 122 });
  expect(windowOf(10, 4_400, 440)).toEqual({ start: 10, end: 10 });
  expect(windowOf(0, -500, 440)).toEqual({ start: 0, end: 0 });
  expect(windowOf(1_000, -900, 440)).toEqual({ start: 0, end: 2 });
});
