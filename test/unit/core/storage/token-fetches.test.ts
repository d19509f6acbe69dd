/** What WeChat counts per AppID and day in China is counted here too, and survives a restart. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createTokenFetches, nextChinaMidnight } from '#core/storage/sqlite/token-fetches.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const APP = 'wx0123456789abcdef';
const HOUR = 3_600_000;
/** 16:00 UTC is midnight in China. */
const MIDNIGHT = Date.parse('2026-11-23T16:00:00Z');

function open(folder: string, now = MIDNIGHT - HOUR) {
  const { database, commits } = openScanDatabase(folder);
  return { database, fetches: createTokenFetches(database, commits, now) };
}

it('counts each AppID by itself', async () => {
  const { fetches } = open(temporaryFolder());
  await fetches.note(APP, 'fetched', MIDNIGHT - HOUR);
  await fetches.note(APP, 'fetched', MIDNIGHT - HOUR);
  await fetches.note(APP, 'forced', MIDNIGHT - 5);
  expect(fetches.today(APP, MIDNIGHT - 1)).toEqual({ fetched: 2, forced: 1, forcedAt: MIDNIGHT - 5 });
  expect(fetches.today('wxother', MIDNIGHT - 1)).toEqual({ fetched: 0, forced: 0, forcedAt: null });
});

it('begins anew at midnight in China, but knows when the last was forced', async () => {
  const { fetches } = open(temporaryFolder());
  await fetches.note(APP, 'forced', MIDNIGHT - 1);
  expect(fetches.today(APP, MIDNIGHT)).toEqual({ fetched: 0, forced: 0, forcedAt: MIDNIGHT - 1 });
  await fetches.note(APP, 'fetched', MIDNIGHT);
  expect(fetches.today(APP, MIDNIGHT)).toMatchObject({ fetched: 1, forced: 0 });
});

it('remembers across a restart what was awaited', async () => {
  const folder = temporaryFolder();
  const { database, fetches } = open(folder);
  await fetches.note(APP, 'fetched', MIDNIGHT - 9);
  await fetches.note(APP, 'forced', MIDNIGHT - 9);
  // No commit of its own: the file as a kill would leave it.
  database.close();
  const again = open(folder).fetches;
  expect(again.today(APP, MIDNIGHT - 1)).toEqual({ fetched: 1, forced: 1, forcedAt: MIDNIGHT - 9 });
  expect(again.today(APP, MIDNIGHT + 1)).toEqual({ fetched: 0, forced: 0, forcedAt: MIDNIGHT - 9 });
});

it('goes on counting where the last start ended', async () => {
  const folder = temporaryFolder();
  const { database, fetches } = open(folder);
  await fetches.note(APP, 'fetched', MIDNIGHT - 9);
  database.close();
  const again = open(folder).fetches;
  await again.note(APP, 'fetched', MIDNIGHT - 8);
  expect(again.today(APP, MIDNIGHT - 1).fetched).toBe(2);
});

it('forgets every day before yesterday when it opens', async () => {
  const folder = temporaryFolder();
  const { database, fetches } = open(folder);
  for (const days of [2, 1, 0]) await fetches.note(APP, 'fetched', MIDNIGHT - HOUR - days * 24 * HOUR);
  database.close();
  open(folder).database.close();
  const rows = openDatabase(join(folder, 'scans.db'), folder).prepare('SELECT day FROM token_fetches').all();
  expect(rows.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23']);
});

it('counts in memory what cannot be written, and never fails for it', async () => {
  const { database, fetches } = open(temporaryFolder());
  fetches.today(APP, MIDNIGHT - 1);
  database.exec('DROP TABLE token_fetches');
  await expect(fetches.note(APP, 'fetched', MIDNIGHT - 1)).resolves.toBeUndefined();
  expect(fetches.today(APP, MIDNIGHT - 1).fetched).toBe(1);
});

it.each([
  ['2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00.000Z'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z'],
  ['2026-12-31T18:00:00.000Z', '2027-01-01T16:00:00.000Z'],
])('after %s midnight in China is %s', (at, midnight) => {
  expect(new Date(nextChinaMidnight(Date.parse(at))).toISOString()).toBe(midnight);
});
