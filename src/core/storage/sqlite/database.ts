/**
 * Opens the data folder's database: write-ahead log, full durability, one owner. The lock is SQLite's own
 * and dies with the process, so a crash never leaves a folder locked.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseDamaged, FolderInUse, StorageFailed } from '../../errors.ts';
import { isBusy, isDamaged, storageFailure } from '../storage-failure.ts';
import { carriedParamSchema } from './carried-params.ts';
import { erasureSchema } from './erasures.ts';
import { followerDirectorySchema } from './follower-directory-schema.ts';
import { followerSchema } from './follower-schema.ts';
import { lookupSchema } from './lookup-schema.ts';
import { noteSchema } from './notes.ts';
import { scanRecordSchema, scanSchema } from './scan-schema.ts';
import { seenIpSchema } from './seen-ips.ts';
import { tokenFetchSchema } from './token-fetches.ts';

/** One step per released layout, in order; `user_version` counts the steps a file has taken. */
const MIGRATIONS: readonly string[] = [
  `${scanSchema}\n${carriedParamSchema}\n${followerSchema}`,
  `${tokenFetchSchema}\n${seenIpSchema}`,
  `${scanRecordSchema}\n${noteSchema}\n${lookupSchema}\n${followerDirectorySchema}\n${erasureSchema}`,
];

/** SQLite's own choice, which every layout has kept. */
const PAGE_BYTES = 4096;

type BeforeMigrating = (database: DatabaseSync) => void;

function migrate(database: DatabaseSync, beforeMigrating?: BeforeMigrating): void {
  const row = database.prepare('PRAGMA user_version').get();
  const taken = Number(row?.user_version ?? 0);
  // A new file has nothing to keep.
  if (taken > 0 && taken < MIGRATIONS.length) beforeMigrating?.(database);
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < taken) continue;
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

function isReadOnly(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return existsSync(path);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * What SQLite would not notice: it begins anew in an empty file and throws away the log beside it, and takes the
 * missing end of the last page for zeros.
 */
function isCutShort(path: string, folder: string): boolean {
  if (!existsSync(path)) return false;
  // A first start that was cut off leaves an empty file too, but then there are no settings yet.
  if (sizeOf(path) === 0) return existsSync(join(folder, 'settings.json'));
  // The log may hold the whole page.
  return sizeOf(path) % PAGE_BYTES !== 0 && sizeOf(`${path}-wal`) === 0;
}

/** `beforeMigrating` sees the database as the last version left it, locked. @throws FolderInUse, DatabaseDamaged, StorageFailed */
export function openDatabase(path: string, folder: string, beforeMigrating?: BeforeMigrating): DatabaseSync {
  let database: DatabaseSync | undefined;
  if (isCutShort(path, folder)) throw new DatabaseDamaged(path);
  try {
    database = new DatabaseSync(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // 16 MB of log before it is worked into the file: under load the default's 4 MB cost a tenth of a scan's CPU.
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    // What is deleted is overwritten; measured, it costs an insert nothing.
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; BEGIN EXCLUSIVE; COMMIT');
    migrate(database, beforeMigrating);
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw new FolderInUse(folder);
    if (isDamaged(error)) throw new DatabaseDamaged(path, error);
    // SQLite calls it an I/O error that a file which may only be read cannot be locked for writing.
    throw isReadOnly(path) ? new StorageFailed('read_only', error) : storageFailure(error);
  }
}
