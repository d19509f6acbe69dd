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
  remove(texts: readonly string[]): Promise<void>;
  /** Leaves nothing in the write-ahead log. @throws StorageFailed */
  emptyLog(): Promise<void>;
  /** After the database has been closed. */
  close(): void;
}

export function createDiskTraces(database: DatabaseSync): DiskTraces {
  const path = database.location();
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  /** Stays open: on POSIX whoever closes any handle on the file takes SQLite's lock with it. */
  let file: number | null = null;

  async function emptyLog(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        if (checkpoint.get()?.busy === 0) return;
        if (tried === TRIES) throw new Error('the write-ahead log is in use');
      } catch (error) {
        if (tried === TRIES) throw storageFailure(error);
      }
      await wait(PAUSE_MS);
    }
  }

  async function areInFile(texts: readonly string[]): Promise<boolean> {
    if (path === null || texts.length === 0) return false;
    file ??= openSync(path, 'r');
    const sought = texts.map((text) => Buffer.from(text));
    const longest = Math.max(...sought.map(({ length }) => length));
    const buffer = Buffer.alloc(CHUNK);
    for (let at = 0; ; ) {
      const end = at < LOCKED_FROM ? Math.min(at + CHUNK, LOCKED_FROM) : at + CHUNK;
      const { bytesRead } = await readAt(file, buffer, 0, end - at, at);
      const chunk = buffer.subarray(0, bytesRead);
      if (sought.some((bytes) => chunk.includes(bytes))) return true;
      if (bytesRead < end - at) return false;
      // As much again as a text is long: it may lie across two chunks.
      at = end === LOCKED_FROM ? LOCKED_FROM + LOCKED_BYTES : end - longest;
    }
  }

  return {
    async remove(texts) {
      try {
        await emptyLog();
        if (!(await areInFile(texts))) return;
        database.exec('VACUUM');
        await emptyLog();
      } catch (error) {
        throw storageFailure(error);
      }
    },
    emptyLog,
    close() {
      if (file !== null) close(file);
      file = null;
    },
  };
}
