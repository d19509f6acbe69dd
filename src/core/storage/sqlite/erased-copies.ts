/**
 * One person out of the copies of the database that were kept before upgrades. They are as some earlier version
 * left them, so this knows no table by name but the scans: whatever has a column `openid` loses the rows. A copy
 * that still holds one of the texts afterwards is given up: to be forgotten weighs more than a way back.
 */
import { copyFileSync, createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from '../../environment.ts';
import { keptUpgrades } from '../backups.ts';

const COPY = 'scans.db';
/** What is being made, here or by an upgrade, and what SQLite keeps beside it: left over, it is of no use. */
const UNFINISHED = /^scans\.db(?:\.\w+)?(?:-journal|-wal|-shm)$|^scans\.db\.\w+$/;

async function areInFile(path: string, texts: readonly string[]): Promise<boolean> {
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  let end = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1024 * 1024 })) {
    const read = end + chunk;
    if (texts.some((text) => read.includes(text))) return true;
    end = read.slice(-longest);
  }
  return false;
}

function eraseIn(path: string, openid: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA secure_delete = ON');
    const tables = database
      .prepare(
        `SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
           WHERE t.type = 'table' AND c.name = 'openid' AND t.name <> 'scans'`,
      )
      .all();
    database
      .prepare(
        `UPDATE scans SET openid = NULL, unionid = NULL, param = '', ip = NULL, subscribe_time = NULL,
           code_digests = NULL WHERE openid = ?`,
      )
      .run(openid);
    for (const { name } of tables) database.prepare(`DELETE FROM "${name}" WHERE openid = ?`).run(openid);
  } finally {
    database.close();
  }
}

/** In a draft beside it, so that whoever is interrupted leaves a whole copy. @returns whether nothing is left. */
async function cleanCopy(folder: string, openid: string, texts: readonly string[]): Promise<boolean> {
  const copy = join(folder, COPY);
  const draft = join(folder, `${COPY}.erased`);
  copyFileSync(copy, draft);
  eraseIn(draft, openid);
  const isClean = !(await areInFile(draft, texts));
  if (isClean) renameSync(draft, copy);
  return isClean;
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => UNFINISHED.test(file))) {
    rmSync(join(folder, name), { force: true });
  }
}

/**
 * `backups` is the folder of the backups, `texts` what may not be left in a copy. Never throws: what cannot be
 * cleaned is removed, and logged.
 */
export async function eraseFromCopies(
  backups: string,
  openid: string,
  texts: readonly string[],
  logger: Logger,
): Promise<void> {
  if (!existsSync(backups)) return;
  for (const folder of keptUpgrades(backups).map((name) => join(backups, name))) {
    const copy = join(folder, COPY);
    try {
      removeUnfinished(folder);
      if (!existsSync(copy) || !(await areInFile(copy, texts))) continue;
      if (await cleanCopy(folder, openid, texts)) continue;
      logger.warn({ copy }, 'a copy of the database from before an upgrade held an erased person: removed');
    } catch (error) {
      logger.warn({ copy, error: String(error) }, 'a copy of the database could not be erased from: removed');
    }
    rmSync(copy, { force: true });
    removeUnfinished(folder);
  }
}
