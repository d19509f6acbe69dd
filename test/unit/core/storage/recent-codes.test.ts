/** Codes are remembered while their state is accepted, and not for ever: also when the clock is set back. */
import { expect, test } from 'vitest';
import { CODES_MATTER_MS, createRecentCodes } from '#core/storage/sqlite/recent-codes.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const digest = (letter: string) => letter.repeat(32);

test.each([
  ['forward', CODES_MATTER_MS + 1],
  ['back', -3_600_000],
])('a clock set %s makes room', (_direction, ms) => {
  const codes = createRecentCodes(NOW);
  codes.remember(digest('a'), 1, NOW);
  codes.remember(digest('b'), 2, NOW + ms);
  expect([codes.find(digest('a')), codes.find(digest('b'))]).toEqual([1, 2]);
  codes.remember(digest('c'), 3, NOW + 2 * ms);
  expect([codes.find(digest('a')), codes.find(digest('b')), codes.find(digest('c'))]).toEqual([null, 2, 3]);
});
