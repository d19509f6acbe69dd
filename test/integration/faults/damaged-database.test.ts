/** A database that is not what was written: nothing is made of it, and nothing is made over it. */
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { startHeadlessHost } from '../../support/headless-host.ts';
import { noteFault } from '../../support/note-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { digestsOf } from './folder-bytes.ts';
import { openVenue } from './open-venue.ts';
import { recordedScans, visit } from './phones.ts';

const VISITS = 30;

type Damage = (path: string, bytes: Buffer) => void;

const PAGE = 4096;
const REFUSAL =
  'the headless host ended with 1: The database DATABASE is damaged. Put a copy from your backups in its place, or ' +
  'move it elsewhere to begin anew: accounts and entries are kept apart from it.\n';

/** Noise where SQLite looks for the newest change. */
function withNoise(path: string, bytes: Buffer): Buffer {
  const copy = `${path}.copy`;
  writeFileSync(copy, bytes);
  const database = new DatabaseSync(copy, { readOnly: true });
  const row = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'scans_by_revision'").get();
  database.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  const at = (Number(row?.rootpage) - 1) * PAGE;
  return bytes.fill(0xa5, at, at + PAGE);
}

const damages: [name: string, damage: Damage][] = [
  ['half of it is gone', (path, bytes) => truncateSync(path, bytes.length >> 1)],
  ['its last page is cut', (path, bytes) => truncateSync(path, bytes.length - 100)],
  ['its first page is noise', (path, bytes) => writeFileSync(path, bytes.fill(0x5a, 0, PAGE))],
  ['all but its first page is zeros', (path, bytes) => writeFileSync(path, bytes.fill(0, PAGE))],
  ['all but its first page is noise', (path, bytes) => writeFileSync(path, bytes.fill(0xa5, PAGE))],
  ['nothing is left of it', (path) => truncateSync(path, 0)],
  ['one page in its middle is noise', (path, bytes) => writeFileSync(path, withNoise(path, bytes))],
  ['it is a text', (path) => writeFileSync(path, 'This is not a database.\n'.repeat(500))],
];

/** Starts on a damaged copy of the folder; answers what it says, and whether it left the database as it was. */
async function startOnDamaged(folder: string, damage: Damage): Promise<{ said: string; untouched: boolean }> {
  const copy = temporaryFolder();
  const database = join(copy, 'scans.db');
  cpSync(folder, copy, { recursive: true });
  damage(database, readFileSync(database));
  const before = digestsOf(copy)['scans.db'];
  const said = await startHeadlessHost(['--data-dir', copy]).then(
    ({ process: child }) => {
      child.kill('SIGKILL');
      return 'it started';
    },
    (error: Error) => error.message,
  );
  return { said: said.replace(database, 'DATABASE'), untouched: digestsOf(copy)['scans.db'] === before };
}

test('is refused, kept, and good again when the intact file is back', { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  await Promise.all(Array.from({ length: VISITS }, () => visit(venue)));
  expect(await venue.host().stop()).toBe(0);

  const starts = await Promise.all(damages.map(([, damage]) => startOnDamaged(venue.folder, damage)));
  expect(Object.fromEntries(damages.map(([name], index) => [name, starts[index]]))).toEqual(
    Object.fromEntries(damages.map(([name]) => [name, { said: REFUSAL, untouched: true }])),
  );

  // As an operator would mend it: the damaged file is replaced by a copy of the intact one.
  const database = join(venue.folder, 'scans.db');
  const intact = readFileSync(database);
  truncateSync(database, intact.length >> 1);
  expect(await venue.refuses()).toContain('is damaged');
  writeFileSync(database, intact);
  await venue.start();
  const scans = await recordedScans(venue);
  expect(scans).toHaveLength(VISITS);
  await visit(venue);
  noteFault(
    'damagedDatabase',
    `${damages.length} kinds of damage: ${starts.length} one-line refusals, 0 bytes changed, ` +
      `${scans.length} of ${VISITS} scans there afterwards`,
  );
});
