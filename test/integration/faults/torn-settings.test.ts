/** A settings file that a power cut left half written: the accounts are not lost with it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHeadlessHost } from '../../support/headless-host.ts';
import { noteFault } from '../../support/note-fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openVenue, type Venue } from './open-venue.ts';
import { resultOf, visit } from './phones.ts';

type Tear = (text: Buffer) => Buffer;

const tears: [name: string, tear: Tear][] = [
  ['empty', () => Buffer.alloc(0)],
  ['one byte', (text) => text.subarray(0, 1)],
  ['a half', (text) => text.subarray(0, text.length >> 1)],
  ['all but the last byte', (text) => text.subarray(0, text.lastIndexOf('}'))],
  ['zeros of the same length', (text) => Buffer.alloc(text.length)],
  ['noise', () => Buffer.from('\u0000\ufffd{"accounts":[{"id":1e999,,,')],
  ['JSON of another kind', () => Buffer.from('[]')],
  ['the right shape, wrong inside', () => Buffer.from('{"version":1,"accounts":"none"}')],
];

/** Starts on a copy of the folder whose settings are torn. @returns how many phones' pages were found */
async function startOnTorn(venue: Venue, name: string, tear: Tear, told: readonly string[]): Promise<number> {
  const folder = temporaryFolder();
  const settings = join(folder, 'settings.json');
  cpSync(venue.folder, folder, { recursive: true });
  writeFileSync(settings, tear(readFileSync(settings)));
  const host = await startHeadlessHost(['--data-dir', folder]);
  onTestFinished(() => void host.process.kill('SIGKILL'));
  const here = { ...venue, host: () => host };

  const { notices } = (await (await host.api('/api/host')).json()) as { notices: string[] };
  expect(notices, name).toEqual(['settings_restored']);
  const { items } = (await (await host.api('/api/entries')).json()) as { items: object[] };
  expect(items, name).toMatchObject([{ id: venue.entryId, name: 'Door' }]);
  // The secret opens, or WeChat would refuse; and keys are signed with what the settings hold.
  const keys = [...told, await visit(here, 'follower')];
  for (const key of keys) expect(await resultOf(here, key), name).toMatchObject({ verdict: 'followed' });
  expect(await host.stop(), name).toBe(0);
  return keys.length;
}

test('comes back from the newest backup', { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  const told = [await visit(venue, 'follower')];
  await venue.kill();
  const found = await Promise.all(tears.map(([name, tear]) => startOnTorn(venue, name, tear, told)));
  const pages = found.reduce((sum, each) => sum + each, 0);
  noteFault(
    'tornSettings',
    `${tears.length} kinds of damage: ${found.length} times accounts, entries and secret restored, ` +
      `${found.length} phones served, ${pages} of ${2 * tears.length} pages found`,
  );
});
