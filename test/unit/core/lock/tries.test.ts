/** Guesses are slowed down, whatever the guesser does: in a burst, across restarts, with the clock. */
import { expect, test } from 'vitest';
import { createTries, FREE_TRIES, WAITS_SECONDS } from '#core/lock/tries.ts';
import { createTimeMarks } from '#core/storage/sqlite/time-marks.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

function openTries() {
  const { database, commits } = openScanDatabase();
  const marks = createTimeMarks(database, commits);
  const clock = manualClock();
  const start = (steady = manualClock(0)) => ({
    tries: createTries({ of: 'pin', marks, clock, steady }),
    steady,
  });
  return { ...start(), start, clock, database };
}

async function fail({ spend }: { spend(): Promise<void> }, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await spend();
}

test('five are free, then each waits, longer and longer', async () => {
  const { tries, steady } = openTries();
  await fail(tries, FREE_TRIES - 1);
  expect(tries.left()).toEqual({ triesLeft: 1, retryAfterSeconds: 0 });
  for (const wait of [...WAITS_SECONDS, WAITS_SECONDS.at(-1) ?? 0]) {
    await tries.spend();
    expect(tries.left()).toEqual({ triesLeft: 0, retryAfterSeconds: wait });
    await expect(tries.spend()).rejects.toMatchObject({ name: 'TooSoon', retryAfterSeconds: wait });
    steady.advance(wait * 1000 - 1);
    await expect(tries.spend()).rejects.toMatchObject({ retryAfterSeconds: 1 });
    steady.advance(1);
    expect(tries.left()).toEqual({ triesLeft: 1, retryAfterSeconds: 0 });
  }
});

test('the right one gives them all back', async () => {
  const { tries, start } = openTries();
  await fail(tries, FREE_TRIES);
  await tries.restore();
  expect(tries.left()).toEqual({ triesLeft: FREE_TRIES, retryAfterSeconds: 0 });
  expect(start().tries.left()).toEqual({ triesLeft: FREE_TRIES, retryAfterSeconds: 0 });
});

test('a burst gets no more than the free ones', async () => {
  const { tries } = openTries();
  const burst = await Promise.allSettled(Array.from({ length: 200 }, () => tries.spend()));
  expect(burst.filter(({ status }) => status === 'fulfilled')).toHaveLength(FREE_TRIES);
});

test('a restart gives nothing back and shortens no wait', async () => {
  const { tries, start, clock } = openTries();
  await fail(tries, 3);
  expect(start().tries.left().triesLeft).toBe(2);
  await fail(tries, 2);
  clock.advance(10_000);
  expect(start().tries.left()).toEqual({ triesLeft: 0, retryAfterSeconds: 20 });
});

test('a clock that was set changes no wait, and set back across a restart begins it anew', async () => {
  const { tries, start, clock } = openTries();
  await fail(tries, FREE_TRIES);
  clock.advance(3600_000);
  expect(tries.left().retryAfterSeconds).toBe(30);
  clock.advance(-7200_000);
  expect(start().tries.left().retryAfterSeconds).toBe(30);
});

test('tries are counted though the disk takes nothing', async () => {
  const { tries, database } = openTries();
  database.close();
  await fail(tries, FREE_TRIES);
  await expect(tries.spend()).rejects.toThrow();
  expect(tries.left().triesLeft).toBe(0);
});
