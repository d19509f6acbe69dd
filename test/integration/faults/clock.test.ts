/** The wall clock of a living host is set: an hour or a year, forward or back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, comeBack, recordedScans, resultOf, visit } from './phones.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const YEAR = 365 * 24 * HOUR;
const USER_INFO = ['/cgi-bin/user/info', '/cgi-bin/user/info/batchget'];
const PHONES = 20;

const preload = join(import.meta.dirname, '../../support/movable-clock.ts');

async function openClockedVenue() {
  const clockFile = join(temporaryFolder(), 'clock');
  const env = { NODE_OPTIONS: `--import=${preload}`, FOLLOWDESK_TEST_CLOCK: clockFile };
  const venue = await openVenue({ env });
  /** Settles when the host goes by it. */
  async function jump(ms: number): Promise<void> {
    writeFileSync(clockFile, `${ms}`);
    venue.host().process.kill('SIGUSR2');
    await expect
      .poll(async () => {
        const code = await venue.ask<{ expiresAt: string }>(`/api/entries/${venue.entryId}/code`);
        return Math.abs(Date.parse(code.expiresAt) - Date.now() - ms);
      })
      .toBeLessThan(HOUR / 2);
  }
  return { venue, jump };
}

async function recheck(venue: Venue, key: string): Promise<unknown> {
  const address = `${venue.host().callbackUrl}/r/${key}/recheck`;
  return (await fetch(address, { method: 'POST', headers: { accept: 'application/json' } })).json();
}

/** Ends it, starts it as the clock is set now, and waits until it has looked for what is too old to be kept. */
async function restart(venue: Venue, ms: number): Promise<void> {
  expect(await venue.host().stop()).toBe(0);
  const host = await venue.start();
  const said = ms > WEEK ? 'nothing old is deleted' : 'what is too old was deleted';
  await expect.poll(host.log).toContain(said);
}

/** Everything that a jump could spoil, on a host of its own. @returns how many were served after it, and are on record */
async function liveThrough(name: string, ms: number): Promise<{ phones: number; kept: number }> {
  const { venue, jump } = await openClockedVenue();
  const { people, faults } = venue.wechat;
  // Set back, scans would carry a date at which nobody keeps them any more.
  if (ms > 0) await venue.ask('/api/host/settings', { method: 'PATCH', body: { keepDays: 1 } });
  const before = await visit(venue, 'follower');
  const stranger = await visit(venue, 'stranger');
  await recheck(venue, stranger);
  const onTheWay = await authorized(venue, 'stranger');
  faults.on('reset', { paths: USER_INFO });
  const waiting = await visit(venue);
  expect(await resultOf(venue, waiting), name).toMatchObject({ reason: 'network', pending: true });

  await jump(ms);
  faults.off();
  await expect
    .poll(() => resultOf(venue, waiting), { timeout: 12_000, interval: 200, message: name })
    .toMatchObject({ verdict: 'not_followed', pending: false });
  const served = await Promise.all(Array.from({ length: PHONES }, () => visit(venue)));
  for (const key of served) expect(await resultOf(venue, key)).toMatchObject({ verdict: 'not_followed' });
  expect(await resultOf(venue, before), name).toMatchObject({ verdict: 'followed' });

  // Set back, what was on its way is still young; set forward, it is old, and says so.
  const outcome = await comeBack(onTheWay);
  if (ms < 0) expect(outcome, name).toHaveProperty('key');
  else expect(outcome, name).toMatchObject({ status: 400, page: expect.stringContaining('expired_state') });

  // Whoever follows now is believed at once.
  people.follow('stranger');
  expect(await recheck(venue, stranger), name).toMatchObject({ verdict: 'followed' });

  // A leap is believed when it has stood for a day: until then a setting to keep a day deletes nobody.
  if (ms > 0) await restart(venue, ms);
  await jump(0);
  expect(await resultOf(venue, await visit(venue)), name).toMatchObject({ verdict: 'not_followed' });
  const kept = await recordedScans(venue);
  expect(kept, name).toHaveLength(4 + PHONES + (ms < 0 ? 1 : 0));
  expect(venue.wechat.calls.count('/cgi-bin/stable_token'), name).toBeLessThanOrEqual(3);
  expect(await venue.host().stop(), name).toBe(0);
  return { phones: served.length, kept: ms > 0 ? kept.length : 0 };
}

const jumps = {
  'an hour forward': HOUR,
  'an hour back': -HOUR,
  'a year forward': YEAR,
  'a year back': -YEAR,
};

test('an hour or a year, forward or back, and right again', { timeout: 60_000 }, async () => {
  const served = await Promise.all(Object.entries(jumps).map(([name, ms]) => liveThrough(name, ms)));
  const phones = served.reduce((sum, each) => sum + each.phones, 0);
  const kept = served.reduce((sum, each) => sum + each.kept, 0);
  noteFault(
    'clockJumps',
    `${served.length} jumps and back: ${phones} of ${served.length * PHONES} phones served, ` +
      `${served.length} of ${served.length} waiting look-ups ended; told to keep a day, after a leap ahead: ${kept} of ${kept} scans kept`,
  );
});
