/** What was erased is on the disk nowhere: not in the log, not in a page's unused places; and the lock stays. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiskTraces } from '#core/storage/sqlite/disk-traces.ts';
import { filesContaining } from '../../../support/files-under.ts';
import { newScan, openScanDatabase } from '../../../support/scan-database.ts';

const openid = 'oErased_person_0123456789abc';

/** A database with traces to remove; both are closed by hand, in the order in which the data folder closes them. */
function open() {
  const opened = openScanDatabase();
  const traces = createDiskTraces(opened.database);
  function close(): void {
    opened.database.close();
    traces.close();
  }
  return { ...opened, traces, close };
}

test('an erased person is in no file, neither before nor after closing', async () => {
  const { store, traces, folder, close } = open();
  await store.insert(newScan({ openid, unionid: 'union-of-theirs', param: `from ${openid}` }));
  await store.insert(newScan({ param: `invited by ${openid}` }));
  expect(filesContaining(folder, openid)).not.toEqual([]);
  expect(await store.erase(openid, [openid])).toBe(1);
  await traces.remove([openid]);
  close();
  expect(filesContaining(folder, openid)).toEqual([]);
  expect(filesContaining(folder, 'union-of-theirs')).toEqual([]);
});

test('what was deleted before anything was overwritten goes too', async () => {
  const { database, store, traces, folder, close } = open();
  const scan = await store.insert(newScan());
  database.exec(`PRAGMA secure_delete = OFF; CREATE TABLE other (word TEXT);
    INSERT INTO other VALUES ('${openid}'); DELETE FROM other; PRAGMA wal_checkpoint(TRUNCATE)`);
  expect(filesContaining(folder, openid)).not.toEqual([]);
  await traces.remove([openid]);
  expect(store.byId(scan.id)).toEqual(scan);
  await store.insert(newScan());
  close();
  expect(filesContaining(folder, openid)).toEqual([]);
});

test('the search does not give the folder away to another FollowDesk', async () => {
  const { store, traces, folder, close } = open();
  await store.insert(newScan({ openid }));
  await store.erase(openid, [openid]);
  await traces.remove([openid]);
  const other = `const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(${JSON.stringify(join(folder, 'scans.db'))}).exec('BEGIN EXCLUSIVE')`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', other], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('database is locked')]);
  close();
});
