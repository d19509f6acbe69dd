/** What stands for many slices must not depend on their order, nor hide the slow ones. */
import { expect, test } from 'vitest';
import { growthOf } from '../../bench/soak.ts';
import { median, medianRatio, percentile, turns } from '../../bench/statistics.ts';

test('the median is the middle one, or between the two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 100])).toBe(9.5);
  expect(median([])).toBeNaN();
});

test('a percentile is one of the values, the last one at most', () => {
  const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(sorted, 0.5)).toBe(51);
  expect(percentile(sorted, 0.99)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('everybody has a turn in each round, and nobody is always behind the same one', () => {
  expect([0, 1, 2, 3].map((round) => turns(['a', 'b', 'c'], round).join(''))).toEqual([
    'abc',
    'bca',
    'cab',
    'abc',
  ]);
  expect(turns([], 2)).toEqual([]);
});

test('memory that settles is flat, memory that climbs is not', () => {
  const settled = [100, 180, 200, 202, 199, 201, 200, 201];
  expect(growthOf(settled)).toBeCloseTo(1, 1);
  expect(growthOf([100, 200, 300, 400, 500, 600, 700, 800])).toBeGreaterThan(2);
  expect(growthOf([])).toBeNaN();
});

test('two are compared round by round, and not at all where the rounds differ', () => {
  expect(medianRatio([10, 40, 30], [5, 10, 10])).toBe(3);
  expect(medianRatio([10, 40], [5])).toBeNaN();
  expect(medianRatio([], [])).toBeNaN();
});
