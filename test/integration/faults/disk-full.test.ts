/** No room for another scan: whoever is told that a scan was kept finds it, and nobody else is told so. */
import { expect, test } from 'vitest';
import { grouped, noteFault } from '../../support/note-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { authorized, comeBack, recordedScans, resultOf, visit } from './phones.ts';
import { smallDisk } from './small-disk.ts';

const PHONES = 20;
const REFUSED = 60;
const STORAGE_FAILED = { status: 503, page: expect.stringContaining('data-notice="storageFailed"') };
/** 3072 × 512 bytes, a few times an empty database: every shell knows `ulimit -f`. */
const LIMIT = ['sh', '-c', 'ulimit -f 3072 && exec "$@"', 'sh'];

async function noticesOf(venue: Venue): Promise<string[]> {
  return (await venue.ask<{ notices: string[] }>('/api/host')).notices;
}

test('in a rush', { timeout: 60_000 }, async () => {
  const venue = await openVenue({ launcher: LIMIT });
  const told: string[] = [];
  let refused = 0;
  async function phone(): Promise<void> {
    while (refused < REFUSED) {
      const outcome = await comeBack(await authorized(venue));
      if ('key' in outcome) told.push(outcome.key);
      else {
        expect(outcome).toEqual(STORAGE_FAILED);
        refused += 1;
      }
    }
  }
  await Promise.all(Array.from({ length: PHONES }, phone));
  expect(told.length).toBeGreaterThan(0);
  expect(await noticesOf(venue)).toEqual(expect.arrayContaining([expect.stringMatching(/^storage_/)]));

  await venue.kill();
  await venue.start();
  const found = await Promise.all(told.map((key) => resultOf(venue, key)));
  for (const result of found) expect(result).toMatchObject({ verdict: 'not_followed' });
  expect(await recordedScans(venue)).toHaveLength(told.length);
  expect(await noticesOf(venue)).toEqual([]);
  await visit(venue);
  noteFault(
    'diskFull',
    `${grouped(told.length)} told that they were kept, ${grouped(found.length)} found; ` +
      `${grouped(refused)} told that they were not, 0 found`,
  );
});

test.runIf(process.platform === 'linux')('and room again', async () => {
  const folder = temporaryFolder();
  const { what, launcher, fill, free } = smallDisk(folder);
  const venue = await openVenue({ folder, launcher });
  const before = await visit(venue, 'follower');
  const pid = venue.host().process.pid ?? 0;
  const callbacks = await Promise.all(Array.from({ length: PHONES }, () => authorized(venue)));

  fill(pid);
  for (const outcome of await Promise.all(callbacks.map(comeBack))) expect(outcome).toEqual(STORAGE_FAILED);
  expect(await resultOf(venue, before)).toMatchObject({ verdict: 'followed' });
  expect(await noticesOf(venue)).toEqual(expect.arrayContaining([expect.stringMatching(/^storage_/)]));

  free(pid);
  const after = await Promise.all(callbacks.map(comeBack));
  for (const outcome of after) expect(outcome).toHaveProperty('key');
  const scans = await recordedScans(venue);
  expect(scans).toHaveLength(PHONES + 1);
  // The code was spent while the disk was full: what WeChat said of it was not thrown away.
  expect(scans.filter(({ verdict }) => verdict === 'not_followed')).toHaveLength(PHONES);
  expect(await noticesOf(venue)).toEqual([]);
  expect(await venue.host().stop()).toBe(0);
  noteFault(
    'spaceReturns',
    `${what}: ${PHONES} phones turned away, ${after.length} served after it had room`,
  );
});
