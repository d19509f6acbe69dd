/** What is too old goes: at the start, once a day and when the setting changes, and never what is not. */

import { expect, onTestFinished, test, vi } from 'vitest';
import { atOnce } from '#core/in-turns.ts';
import { createRetention } from '#core/privacy/retention.ts';
import { createTrustedNow } from '#core/privacy/trusted-clock.ts';
import { createNotes } from '#core/storage/sqlite/notes.ts';
import { createTimeMarks } from '#core/storage/sqlite/time-marks.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const DAY_MS = 86_400_000;

function open(days: number | null) {
  const { store, database, commits, clock } = openScanDatabase();
  const notes = createNotes(database, commits);
  const settings = { keepDays: days };
  const lookupsBefore: number[] = [];
  const logger = recordingLogger();
  const marks = createTimeMarks(database, commits);
  const retention = createRetention({
    scans: store,
    notes,
    lookups: {
      async deleteBefore(at) {
        lookupsBefore.push(at);
        return 0;
      },
    },
    keepDays: () => settings.keepDays,
    trustedNow: createTrustedNow({ marks, clock, logger }),
    clock,
    logger,
  });
  onTestFinished(() => retention.close());
  const scanAged = (age: number, facts = {}) =>
    store.insert(newScan({ scannedAt: clock.now() - age * DAY_MS, ...facts }));
  return { store, database, notes, clock, settings, lookupsBefore, logger, retention, scanAged };
}

test('keeps everything until somebody decides', async () => {
  const { store, lookupsBefore, retention, scanAged } = open(null);
  await scanAged(4000);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(1);
  expect(lookupsBefore).toEqual([]);
});

test('deletes what is older than so many days, however much it is, and look-ups with it', async () => {
  const { store, clock, lookupsBefore, retention, scanAged } = open(30);
  const old = Array.from({ length: 600 }, () => scanAged(30.1));
  await Promise.all([...old, scanAged(29.9)]);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(1);
  expect(lookupsBefore).toEqual([clock.now() - 30 * DAY_MS]);
});

test('looks again after a day, or when the number of days has changed', async () => {
  const { store, clock, settings, retention, scanAged } = open(30);
  await scanAged(29.9);
  await scanAged(8);
  await retention.check();
  clock.advance(DAY_MS - 1);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(2);
  clock.advance(1);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(1);
  settings.keepDays = 7;
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(0);
});

test('stops when the setting changes meanwhile', async () => {
  const { store, settings, lookupsBefore, retention, scanAged } = open(30);
  await Promise.all(Array.from({ length: 600 }, () => scanAged(31)));
  const running = retention.check();
  settings.keepDays = null;
  await running;
  expect(atOnce(store.summary({})).scanned).toBeGreaterThan(300);
  expect(lookupsBefore).toEqual([]);
});

test('notes go with the last scan of the person, but not before they are as old', async () => {
  const { notes, clock, retention, scanAged } = open(30);
  await scanAged(31, { openid: 'gone' });
  await scanAged(1, { openid: 'back' });
  const longAgo = clock.now() - 40 * DAY_MS;
  for (const openid of ['gone', 'back']) await notes.write('account001', openid, 'a note', longAgo);
  await notes.write('account001', 'never came', 'written today', clock.now());
  await retention.check();
  expect(notes.get('account001', 'gone')).toBeNull();
  expect(notes.get('account001', 'back')?.note).toBe('a note');
  expect(notes.get('account001', 'never came')?.note).toBe('written today');
});

test('a disk that refuses is logged, and tried again at the next look', async () => {
  const { store, database, logger, retention, scanAged } = open(30);
  await scanAged(31);
  database.exec('PRAGMA query_only = ON');
  await retention.check();
  expect(logger.lines.join()).toContain('could not be deleted');
  database.exec('PRAGMA query_only = OFF');
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(0);
});

test('looks by itself within a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { store, settings, retention, scanAged } = open(null);
  await scanAged(31);
  settings.keepDays = 30;
  vi.advanceTimersByTime(60_000);
  // It is at work: this waits for it to end.
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(0);
  await scanAged(31);
  await retention.close();
  settings.keepDays = 20;
  vi.advanceTimersByTime(600_000);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(1);
});

test('a clock that leaps ahead deletes nothing before it has stood for a day', async () => {
  const { store, clock, logger, retention, scanAged } = open(30);
  await scanAged(1);
  await retention.check();
  clock.advance(365 * DAY_MS);
  await retention.check();
  expect(logger.lines.join()).toContain('leapt ahead');
  clock.advance(DAY_MS - 1);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(1);
  clock.advance(1);
  await retention.check();
  expect(atOnce(store.summary({})).scanned).toBe(0);
});
