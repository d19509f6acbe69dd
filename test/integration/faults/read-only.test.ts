/** A folder that cannot be written: said in one line before any phone is served, and nothing is touched. */
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { digestsOf } from './folder-bytes.ts';
import { openVenue } from './open-venue.ts';
import { recordedScans, visit } from './phones.ts';

/** Root may write whatever the mode says, unless it gives that right away. */
const asAnybody =
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--ambient-caps=-all']
    : [];

function makeWritable(folder: string, writable: boolean): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  for (const path of [...names, folder]) {
    const [forFolder, forFile] = writable ? [0o700, 0o600] : [0o500, 0o400];
    chmodSync(path, statSync(path).isDirectory() ? forFolder : forFile);
  }
}

test('read-only, with scans in it', async () => {
  const venue = await openVenue();
  for (const as of ['follower', 'stranger', 'new']) await visit(venue, as);
  await venue.host().stop();
  const before = digestsOf(venue.folder);
  onTestFinished(() => makeWritable(venue.folder, true));

  makeWritable(venue.folder, false);
  expect(await venue.refuses(asAnybody)).toBe(
    `The data folder ${venue.folder} cannot be written. Make it writable, or choose another with --data-dir.\n`,
  );
  expect(digestsOf(venue.folder)).toEqual(before);

  makeWritable(venue.folder, true);
  await venue.start(asAnybody);
  expect(await recordedScans(venue)).toHaveLength(3);
  await visit(venue);
  noteFault(
    'readOnly',
    `1 line, exit code 1; ${Object.keys(before).length} files unchanged; once writable, 3 of 3 scans there`,
  );
});
