/**
 * One person out of the copies of the database that were kept before upgrades. They are as some earlier version
 * left them, so this knows no table by name but the scans: whatever has a column `openid` loses the rows. A copy
 * that still holds the openid afterwards is given up: to be forgotten weighs more than a way back.
 */
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from '../../environment.ts';
import { keptUpgrades } from '../backups.ts';

async function isInFile(path: string, text: string): Promise<boolean> {
  let end = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1024 * 1024 })) {
    const read = end + chunk;
    if (read.includes(text)) return true;
    end = read.slice(-text.length);
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

/** `backups` is the folder of the backups. Never throws: what cannot be cleaned is removed, and logged. */
export async function eraseFromCopies(backups: string, openid: string, logger: Logger): Promise<void> {
  const copies = existsSync(backups)
    ? keptUpgrades(backups).map((name) => join(backups, name, 'scans.db'))
    : [];
  for (const copy of copies.filter(existsSync)) {
    try {
      if (!(await isInFile(copy, openid))) continue;
      eraseIn(copy, openid);
      if (!(await isInFile(copy, openid))) continue;
      logger.warn({ copy }, 'a copy of the database from before an upgrade held an erased person: removed');
    } catch (error) {
      logger.warn({ copy, error: String(error) }, 'a copy of the database could not be erased from: removed');
    }
    rmSync(copy, { force: true });
  }
}
