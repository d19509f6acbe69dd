/**
 * Makes sure that what was erased is not on the disk either. `secure_delete` overwrites what SQLite frees, but
 * a page that was split long ago may keep a copy in a place nobody uses, and the write-ahead log keeps
 * yesterday's pages: the log is emptied, the file itself is searched, and made anew when it still has the text.
 * @see https://www.sqlite.org/pragma.html#pragma_secure_delete
 */
import { close, openSync, read } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { storageFailure } from '../storage-failure.ts';

const readAt = promisify(read);

const CHUNK = 1024 * 1024;
/** SQLite locks bytes here and stores nothing; on Windows they cannot even be read. */
const LOCKED_FROM = 0x40000000;
const LOCKED_BYTES = 64 * 1024;
/** Somebody may be reading, and then the log cannot be emptied. */
const TRIES = 50;
const PAUSE_MS = 100;

export interface DiskTraces {
  /** After the erasure has been committed. The file is made anew seldom, and then nobody is answered meanwhile. @throws StorageFailed */
  remove(text: string): Promise<void>;
  /** After the database has been closed. */
  close(): void;
}

export function createDiskTraces(database: DatabaseSync): DiskTraces {
  const path = database.location();
  const emptyLog = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  /** Stays open: on POSIX whoever closes any handle on the file takes SQLite's lock with it. */
  let file: number | null = null;

  async function emptyLogOnceIdle(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        if (emptyLog.get()?.busy === 0) return;
        if (tried === TRIES) throw new Error('the write-ahead log is in use');
      } catch (error) {
        if (tried === TRIES) throw error;
      }
      await wait(PAUSE_MS);
    }
  }

  async function isInFile(text: string): Promise<boolean> {
    if (path === null) return false;
    file ??= openSync(path, 'r');
    const sought = Buffer.from(text);
    const buffer = Buffer.alloc(CHUNK);
    for (let at = 0; ; ) {
      const end = at < LOCKED_FROM ? Math.min(at + CHUNK, LOCKED_FROM) : at + CHUNK;
      const { bytesRead } = await readAt(file, buffer, 0, end - at, at);
      if (buffer.subarray(0, bytesRead).includes(sought)) return true;
      if (bytesRead < end - at) return false;
      // As much again as the text is long: it may lie across two chunks.
      at = end === LOCKED_FROM ? LOCKED_FROM + LOCKED_BYTES : end - sought.length;
    }
  }

  return {
    async remove(text) {
      try {
        await emptyLogOnceIdle();
        if (!(await isInFile(text))) return;
        database.exec('VACUUM');
        await emptyLogOnceIdle();
      } catch (error) {
        throw storageFailure(error);
      }
    },
    close() {
      if (file !== null) close(file);
      file = null;
    },
  };
}
