import { expect, test } from 'vitest';
import { createOnce } from '#core/once.ts';
import { manualClock } from '../../support/manual-clock.ts';

function counter() {
  let calls = 0;
  return {
    async work() {
      calls += 1;
      return calls;
    },
    count: () => calls,
  };
}

test('those who ask together get one result', async () => {
  const { work, count } = counter();
  const once = createOnce<number>(manualClock(), 0);
  expect(await Promise.all([once.run('a', work), once.run('a', work), once.run('b', work)])).toEqual([
    1, 1, 2,
  ]);
  expect(count()).toBe(2);
});

test('a result is kept as long as it is told to be', async () => {
  const clock = manualClock();
  const { work } = counter();
  const once = createOnce<number>(clock, 1000);
  await once.run('a', work);
  clock.advance(999);
  expect(await once.run('a', work)).toBe(1);
  clock.advance(1);
  expect(await once.run('a', work)).toBe(2);
});

test('a clock set back keeps nothing longer', async () => {
  const clock = manualClock();
  const { work } = counter();
  const once = createOnce<number>(clock, 1000);
  await once.run('a', work);
  clock.advance(-3_600_000);
  expect(await once.run('a', work)).toBe(2);
  expect(await once.run('a', work)).toBe(2);
});

test.each([
  ['set back a little', -1],
  ['set back an hour', -3_600_000],
  ['set ahead', 3_600_000],
])('what is being done is not begun anew because the clock was %s', async (_how, ms) => {
  const clock = manualClock();
  const once = createOnce<number>(clock, 1000);
  const held = Promise.withResolvers<number>();
  const first = once.run('a', () => held.promise);
  clock.advance(ms);
  // So much for the sweep that it may make.
  const other = once.run('b', async () => 7);
  const second = once.run('a', async () => 2);
  held.resolve(1);
  expect(await Promise.all([first, second, other])).toEqual([1, 1, 7]);
});

test('a failure is told to everybody who waits and tried again afterwards', async () => {
  const once = createOnce<number>(manualClock(), 1000);
  const fail = () => Promise.reject(new Error('no'));
  const results = await Promise.allSettled([once.run('a', fail), once.run('a', fail)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await once.run('a', async () => 5)).toBe(5);
});
