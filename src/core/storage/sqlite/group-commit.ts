/**
 * Makes many writes durable with one commit: all that come within one turn of the event loop share one fsync,
 * which is what makes a durable scan cheap under load. Nobody waits for company: while a group is committed, the
 * next one gathers in the sockets.
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

export function createGroupCommit(database: DatabaseSync, listener: CommitListener): GroupCommit {
  let waiting: Write[] = [];
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

  function flush(): void {
    if (waiting.length === 0) return;
    const writes = waiting;
    waiting = [];
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
        if (waiting.length === 0) setImmediate(flush);
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
