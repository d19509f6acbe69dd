/** One person out of the copies from before upgrades, whatever their layout. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { eraseFromCopies } from '#core/storage/sqlite/erased-copies.ts';
import { filesContaining } from '../../../support/files-under.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { makeReleasedDatabase, oldScanSql } from '../../../support/released-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const openid = 'oErased_person_0123456789abc';
const follower = `INSERT INTO followers (account_id, openid, since_generation, generation)
  VALUES ('account001', '${openid}', 1, 1), ('account001', 'somebody else', 1, 1);`;

function openBackups(sql: string) {
  const backups = temporaryFolder();
  const folder = join(backups, 'before-9.9.9');
  mkdirSync(folder);
  makeReleasedDatabase(folder, 2, sql);
  const logger = recordingLogger();
  return { backups, copy: join(folder, 'scans.db'), logger };
}

test('the person goes, everybody else and every verdict stay', async () => {
  const { backups, copy, logger } = openBackups(
    oldScanSql(1, openid) + oldScanSql(2, 'somebody else') + follower,
  );
  await eraseFromCopies(backups, openid, [openid], logger);
  expect(filesContaining(backups, openid)).toEqual([]);
  const database = new DatabaseSync(copy, { readOnly: true });
  onTestFinished(() => database.close());
  expect(database.prepare('SELECT openid, verdict, param FROM scans ORDER BY id').all()).toEqual([
    { openid: null, verdict: 'followed', param: '' },
    { openid: 'somebody else', verdict: 'followed', param: 'brought by somebody else' },
  ]);
  expect(database.prepare('SELECT openid FROM followers').all()).toEqual([{ openid: 'somebody else' }]);
  expect(logger.lines).toEqual([]);
});

test('a copy that cannot be cleaned is given up; one without the person is left alone', async () => {
  const planted = `CREATE TABLE later (answers TEXT); INSERT INTO later VALUES ('["${openid}"]');`;
  const { backups, copy, logger } = openBackups(planted);
  const broken = join(backups, 'before-9.9.8', 'scans.db');
  mkdirSync(join(backups, 'before-9.9.8'));
  writeFileSync(broken, `no database, but ${openid}`);
  const other = join(backups, 'before-9.9.7', 'scans.db');
  mkdirSync(join(backups, 'before-9.9.7'));
  writeFileSync(other, 'no database');
  await eraseFromCopies(backups, openid, [openid], logger);
  expect([copy, broken, other].map(existsSync)).toEqual([false, false, true]);
  expect(logger.lines).toHaveLength(2);
  expect(logger.lines.join()).not.toContain(openid);
});

test('no backups are nothing to do', async () => {
  const logger = recordingLogger();
  await eraseFromCopies(join(temporaryFolder(), 'backups'), openid, [openid], logger);
  expect(logger.lines).toEqual([]);
});
