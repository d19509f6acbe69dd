/** However many entries there are, the bars can be read and add up. */
import { expect, it } from 'vitest';
import { entryBars, MOST_ENTRIES } from '#renderer/records/charts/entry-bars.ts';

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
