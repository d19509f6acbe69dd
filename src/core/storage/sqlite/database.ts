/**
 * Opens the data folder's database: write-ahead log, full durability, one owner. The lock is SQLite's own
 * and dies with the process, so a crash never leaves a folder locked.
 */
import { DatabaseSync } from 'node:sqlite';
import { FolderInUse } from '../../errors.ts';
import { isBusy, storageFailure } from '../storage-failure.ts';
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

/** `beforeMigrating` sees the database as the last version left it, locked. @throws FolderInUse, StorageFailed */
export function openDatabase(path: string, folder: string, beforeMigrating?: BeforeMigrating): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // What is deleted is overwritten; measured, it costs an insert nothing.
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; BEGIN EXCLUSIVE; COMMIT');
    migrate(database, beforeMigrating);
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw new FolderInUse(folder);
    throw storageFailure(error);
  }
}
