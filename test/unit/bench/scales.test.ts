/** Figures become lengths that keep their order, whatever the figures are. */
import { expect, test } from 'vitest';
import { figure, linearScale, logScale } from '../../bench/picture/scales.ts';

test.each([[[100, 1000]], [[10, 10]], [[0.001, 54_321]], [[7]]])(
  'of %s the least still has a length, the most ends the scale',
  (values) => {
    const scale = logScale(values, 0, 300);
    expect(scale.at(Math.min(...values))).toBeGreaterThan(10);
    expect(scale.at(Math.max(...values))).toBeLessThanOrEqual(300.001);
    expect(scale.ticks.every((tick) => scale.at(tick) >= -0.001 && scale.at(tick) <= 300.001)).toBe(true);
  },
);

test('a scale runs up the page as well', () => {
  const scale = linearScale([1, 2], 200, 100);
  expect([scale.at(0), scale.at(1), scale.at(2)]).toEqual([200, 150, 100]);
  expect(scale.ticks).toEqual([0, 0.5, 1, 1.5, 2]);
});

test('nothing measured is no scale to fail on', () => {
  expect(logScale([], 0, 100).ticks.length).toBeGreaterThan(0);
  expect(linearScale([Number.NaN], 0, 100).at(0)).toBe(0);
});

test('figures are as short as they can be and as long as they must', () => {
  expect([3404.6, 100, 87.04, 12, 1.352, 0.178, 0.0161, 0, Number.NaN].map(figure)).toEqual([
    '3,405',
    '100',
    '87.0',
    '12',
    '1.35',
    '0.18',
    '0.016',
    '0',
    '–',
  ]);
});
