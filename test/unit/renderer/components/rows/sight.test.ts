/** The rows drawn are those seen and a few beyond, whatever stands above the list. */
import { expect, it } from 'vitest';
import { sightOf } from '#renderer/components/rows/use-virtual-rows.ts';

it.each([
  ['at the top', 0, 0, 24],
  ['on the way', 4_400, 84, 126],
  ['with the list just coming into view', -400, 0, 18],
  ['with the list far below', -9_000, 0, 0],
])('%s', (_where, scrolled, first, last) => {
  expect(sightOf(scrolled, 440, 44)).toEqual({ first, last });
});
