/** A rate is drawn only where enough people stand behind it, and none of them is left out. */
import { expect, it } from 'vitest';
import type { Bin } from '#renderer/records/charts/bins.ts';
import { ratePointsOf } from '#renderer/records/charts/rate-points.ts';

const bars = (...counts: [followed: number, notFollowed: number, unknown?: number][]): Bin[] =>
  counts.map(([followed, notFollowed, unknown = 0], index) => ({
    ...{ from: index * 10, to: index * 10 + 10, followed, notFollowed, unknown },
    scanned: followed + notFollowed + unknown,
    rate: followed + notFollowed === 0 ? null : followed / (followed + notFollowed),
  }));

it('keeps busy bars apart', () => {
  const points = ratePointsOf(bars([10, 0], [5, 15]));
  expect(points.map(({ at, rate }) => [at, rate])).toEqual([
    [0, 1],
    [10, 0.25],
  ]);
});

it('takes quiet bars together until enough people got a verdict', () => {
  const points = ratePointsOf(bars([0, 0, 3], [1, 0], [0, 0], [3, 6], [12, 4]));
  expect(points).toEqual([
    { at: 30, from: 10, to: 40, scanned: 10, followed: 4, notFollowed: 6, unknown: 0, rate: 0.4 },
    { at: 40, from: 40, to: 50, scanned: 16, followed: 12, notFollowed: 4, unknown: 0, rate: 0.75 },
  ]);
});

it('leaves nobody out at the end, and makes one point of a few people', () => {
  expect(ratePointsOf(bars([10, 0], [0, 2], [0, 0]))).toMatchObject([{ from: 0, to: 20, rate: 10 / 12 }]);
  expect(ratePointsOf(bars([1, 0], [0, 1]))).toMatchObject([{ from: 0, to: 20, rate: 0.5 }]);
  expect(ratePointsOf(bars([0, 0, 4]))).toEqual([]);
});

it('draws few enough points to be told apart, however many bars there are', () => {
  const points = ratePointsOf(bars(...Array.from({ length: 70 }, () => [30, 20] as [number, number])));
  expect(points.length).toBeGreaterThan(15);
  expect(points.length).toBeLessThanOrEqual(30);
  expect(points.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(3_500);
});
