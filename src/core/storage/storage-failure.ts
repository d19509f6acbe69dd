/** What SQLite and the file system answer when they refuse, in our words. */
import { StorageFailed } from '../errors.ts';

/** Primary result codes. @see https://www.sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function resultCode(error: unknown): number | null {
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return error.errcode & 0xff;
  }
  return null;
}

/** Names what SQLite or the file system refused. */
export function storageFailure(error: unknown): StorageFailed {
  if (error instanceof StorageFailed) return error;
  const system = error instanceof Error && 'code' in error ? error.code : null;
  const code = resultCode(error);
  if (code === SQLITE_FULL || system === 'ENOSPC' || system === 'EDQUOT')
    return new StorageFailed('full', error);
  if (code === SQLITE_READONLY || code === SQLITE_CANTOPEN || system === 'EROFS' || system === 'EACCES') {
    return new StorageFailed('read_only', error);
  }
  return new StorageFailed('other', error);
}

/** True when another process holds the database. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === SQLITE_BUSY;
}

/** True when what was read is not what SQLite wrote. */
export function isDamaged(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}
