/** Scans are found by short numbers for as long as was asked, and not for ever: also when the clock is set. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumberTable } from '#core/storage/number-table.ts';
import { createRecentScans, shortOf } from '#core/storage/recent-scans.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const KEEP_MS = 660_000;

test.each([
  ['goes on', 1],
  ['is set back', -1],
])('what is remembered is found for as long, and then makes room, while the clock %s', (_how, direction) => {
  const recent = createRecentScans(KEEP_MS, NOW);
  recent.remember(7, 1, NOW);
  let key = 100;
  for (let ms = 0; ms <= KEEP_MS; ms += 1000) recent.remember(++key, key, NOW + direction * ms);
  expect(recent.find(7)).toBe(1);
  for (let ms = KEEP_MS; ms <= 1.5 * KEEP_MS; ms += 1000) recent.remember(++key, key, NOW + direction * ms);
  expect(recent.find(7)).toBeNull();
  expect(recent.find(key)).toBe(key);
});

test('a flood makes room for itself: the last of it are found, the first no more', () => {
  const recent = createRecentScans(KEEP_MS, NOW);
  // As a digest's, their lower bits are evenly spread.
  const keyOf = (scanId: number) => Math.imul(scanId, 0x9e3779b1) >>> 0;
  const amount = 1_000_000;
  for (let scanId = 1; scanId <= amount; scanId += 1) recent.remember(keyOf(scanId), scanId, NOW);
  for (let scanId = amount - 700_000 + 1; scanId <= amount; scanId += 1) {
    if (recent.find(keyOf(scanId)) !== scanId) expect.fail(`${scanId} was forgotten`);
  }
  expect(recent.find(keyOf(1))).toBeNull();
});

test('the newest scan of a number is the one that is found', () => {
  const recent = createRecentScans(KEEP_MS, NOW);
  recent.remember(7, 1, NOW);
  recent.remember(7, 2, NOW + KEEP_MS / 2);
  expect(recent.find(7)).toBe(2);
  recent.remember(7, 3, NOW + KEEP_MS / 2 + 1);
  expect(recent.find(7)).toBe(3);
});

test('a digest is a positive number, whatever it begins with', () => {
  expect(shortOf('0'.repeat(32))).toBeGreaterThan(0);
  expect(shortOf(`${'f'.repeat(12)}0123`)).toBe(2 ** 48 - 1);
});

test('a table of numbers knows what a Map knows', () => {
  // Of few low bits, so that they meet in one place again and again.
  const key = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 4000, size: 'max' }), (entries) => {
      const table = createNumberTable();
      const map = new Map<number, number>();
      for (const [[high, low], value] of entries) {
        table.set(high * 2 ** 40 + low, value);
        map.set(high * 2 ** 40 + low, value);
      }
      for (let high = 0; high < 4; high += 1) {
        for (let low = 1; low <= 4000; low += 1) {
          const one = high * 2 ** 40 + low;
          if (table.get(one) !== map.get(one)) return false;
        }
      }
      return true;
    }),
    { numRuns: 20 },
  );
});
