/** The clock as far as it is believed: leaps, back and ahead, while something ran and while nothing did. */
import { expect, test } from 'vitest';
import { createTrustedNow } from '#core/privacy/trusted-clock.ts';
import { createTimeMarks } from '#core/storage/sqlite/time-marks.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

const DAY_MS = 86_400_000;

function open() {
  const { database, commits, clock } = openScanDatabase();
  const logger = recordingLogger();
  // Each time as after a restart.
  const trustedNow = () => createTrustedNow({ marks: createTimeMarks(database, commits), clock, logger })();
  return { clock, logger, trustedNow };
}

test('believes the first look, a week without one, and whatever lies behind', async () => {
  const { clock, logger, trustedNow } = open();
  for (const step of [0, 1, 7, -400, 7]) {
    clock.advance(step * DAY_MS);
    expect(await trustedNow()).toBe(clock.now());
  }
  expect(logger.lines).toEqual([]);
});

test('doubts a leap of more than a week for a day, and says so once', async () => {
  const { clock, logger, trustedNow } = open();
  await trustedNow();
  clock.advance(7 * DAY_MS + 1);
  expect(await trustedNow()).toBeNull();
  clock.advance(DAY_MS - 1);
  expect(await trustedNow()).toBeNull();
  clock.advance(1);
  expect(await trustedNow()).toBe(clock.now());
  expect(logger.lines).toHaveLength(1);
});

test('a leap that was taken back was none', async () => {
  const { clock, trustedNow } = open();
  await trustedNow();
  clock.advance(365 * DAY_MS);
  expect(await trustedNow()).toBeNull();
  clock.advance(-364 * DAY_MS);
  expect(await trustedNow()).toBe(clock.now());
  clock.advance(366 * DAY_MS);
  expect(await trustedNow()).toBeNull();
});

test('one that comes after another confirms the first only; going back in between begins the day anew', async () => {
  const { clock, trustedNow } = open();
  await trustedNow();
  clock.advance(30 * DAY_MS);
  const first = clock.now();
  expect(await trustedNow()).toBeNull();
  clock.advance(365 * DAY_MS);
  expect(await trustedNow()).toBe(first);
  expect(await trustedNow()).toBeNull();
  clock.advance(-DAY_MS);
  expect(await trustedNow()).toBeNull();
  clock.advance(DAY_MS);
  expect(await trustedNow()).toBe(clock.now());
});
