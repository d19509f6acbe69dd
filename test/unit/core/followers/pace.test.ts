/** The rate is that of the last minute, and the time left follows from it. */
import { expect, test } from 'vitest';
import { createPace } from '#core/followers/pace.ts';
import { manualClock } from '../../../support/manual-clock.ts';

test('nothing is said before there is anything to say', () => {
  const clock = manualClock();
  const pace = createPace(clock);
  expect(pace.figures(1000)).toEqual({ rate: null, secondsLeft: null });
  pace.note(100);
  clock.advance(999);
  expect(pace.figures(1000)).toEqual({ rate: null, secondsLeft: null });
  clock.advance(1);
  expect(pace.figures(1000)).toEqual({ rate: 100, secondsLeft: 10 });
  expect(pace.figures(null)).toEqual({ rate: 100, secondsLeft: null });
});

test('what was quick a minute ago counts no longer', () => {
  const clock = manualClock();
  const pace = createPace(clock);
  for (let second = 0; second < 60; second += 1) {
    clock.advance(1000);
    pace.note(200);
  }
  expect(pace.figures(400)).toEqual({ rate: 200, secondsLeft: 2 });
  for (let second = 0; second < 30; second += 1) {
    clock.advance(1000);
    pace.note(100);
  }
  expect(pace.figures(450).rate).toBe(150);
  for (let second = 0; second < 30; second += 1) {
    clock.advance(1000);
    pace.note(100);
  }
  expect(pace.figures(450)).toEqual({ rate: 100, secondsLeft: 5 });
});

test('a standstill shows', () => {
  const clock = manualClock();
  const pace = createPace(clock);
  clock.advance(10_000);
  pace.note(1000);
  expect(pace.figures(null).rate).toBe(100);
  clock.advance(10_000);
  expect(pace.figures(null).rate).toBe(50);
});
