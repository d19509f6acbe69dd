/** How long until a time of the wall clock, which may be set meanwhile, or go on while the machine sleeps. */
import { expect, test } from 'vitest';
import { countdown } from '#core/steady-clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function open() {
  const [clock, steady] = [manualClock(), manualClock(5)];
  const left = countdown(clock.now() + MINUTE_MS, clock, steady);
  return { clock, steady, left };
}

test('both clocks go on', () => {
  const { clock, steady, left } = open();
  for (const each of [clock, steady]) each.advance(20_000);
  expect(left()).toBe(40_000);
  for (const each of [clock, steady]) each.advance(40_000);
  expect(left()).toBe(0);
});

test('a clock set back makes nobody wait longer', () => {
  const { clock, steady, left } = open();
  clock.advance(-HOUR_MS);
  steady.advance(20_000);
  expect(left()).toBe(40_000);
  steady.advance(40_000);
  expect(left()).toBe(0);
});

test('a machine that slept has waited', () => {
  const { clock, left } = open();
  clock.advance(MINUTE_MS);
  expect(left()).toBe(0);
});
