/** Only what deletes something asks first, and only a sensible limit is taken. */
import { expect, it } from 'vitest';
import { horizonOf, isDays, shortens } from '#renderer/settings/keep-days.ts';

it('takes whole days from one to ten years', () => {
  expect([1, 90, 3650].every(isDays)).toBe(true);
  expect([null, 0, 1.5, 3651, -1].some(isDays)).toBe(false);
});

it('asks before records go that stay now', () => {
  expect(shortens(null, 3650)).toBe(true);
  expect(shortens(90, 30)).toBe(true);
  expect(shortens(30, 90)).toBe(false);
});

it('counts days of 24 hours back from now', () => {
  expect(horizonOf(2, new Date('2026-03-10T12:00:00Z')).toISOString()).toBe('2026-03-08T12:00:00.000Z');
});
