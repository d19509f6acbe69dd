/**
 * Makes many writes durable with one commit. A write that arrives alone is committed at once; those that
 * arrive together share one fsync, which is what makes a durable scan cheap under load.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { StorageFailed } from '../../errors.ts';
import { storageFailure } from '../storage-failure.ts';

interface Write {
  run(): void;
  resolve(): void;
  reject(error: unknown): void;
}

export interface GroupCommit {
  /** Runs the write inside the next commit; settles when it is on disk. @throws StorageFailed */
  write<T>(run: () => T): Promise<T>;
  /** Commits what waits. */
  flush(): void;
}

export interface CommitListener {
  /** After every flush, whether or not all of it was written. */
  committed(): void;
  succeeded(): void;
  failed(failure: StorageFailed): void;
}

/** Milliseconds: less than anybody notices, enough for dozens of writes in a rush. */
const CROWD_MS = 2;
/** In a great rush, of so many writes a millisecond: each page of an index is then written once for many scans. */
const RUSH_MS = 10;
const RUSH = 1.5;
/** Over which the rush is measured: fifty phones that come back in one moment are none. */
const RUSH_SEEN_MS = 100;

export function createGroupCommit(database: DatabaseSync, listener: CommitListener): GroupCommit {
  let waiting: Write[] = [];
  let committedAt = 0;
  let groupSize = 0;
  /** Writes a millisecond, of late. */
  let pace = 0;
  let counted = { since: 0, writes: 0 };
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');

  function commitTogether(writes: readonly Write[]): void {
    begin.run();
    try {
      for (const write of writes) write.run();
      commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  function measurePace(now: number, writes: number): void {
    counted.writes += writes;
    const ms = now - counted.since;
    if (ms < RUSH_SEEN_MS) return;
    pace = counted.writes / ms;
    counted = { since: now, writes: 0 };
  }

  /** A write that follows close on a group waits a moment for company; a lone one never does. */
  function plan(): void {
    if (pace > RUSH) setTimeout(flush, RUSH_MS);
    else if (groupSize < 2 || performance.now() - committedAt > CROWD_MS) setImmediate(flush);
    else setTimeout(flush, CROWD_MS);
  }

  function flush(): void {
    if (waiting.length === 0) return;
    const writes = waiting;
    waiting = [];
    const now = performance.now();
    measurePace(now, writes.length);
    committedAt = now;
    groupSize = writes.length;
    try {
      commitTogether(writes);
      listener.succeeded();
      for (const write of writes) write.resolve();
    } catch {
      // One bad write must not take its neighbours with it: each gets a commit of its own.
      for (const write of writes) {
        try {
          commitTogether([write]);
          write.resolve();
        } catch (error) {
          const failure = storageFailure(error);
          listener.failed(failure);
          write.reject(failure);
        }
      }
    }
    listener.committed();
  }

  return {
    write<T>(run: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let result: T;
        if (waiting.length === 0) plan();
        waiting.push({
          run() {
            result = run();
          },
          resolve() {
            resolve(result);
          },
          reject,
        });
      });
    },
    flush,
  };
}
