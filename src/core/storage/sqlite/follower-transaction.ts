/** Everything the directory writes is one transaction each, on the database it shares with the visitors. */
import type { DatabaseSync } from 'node:sqlite';
import { storageFailure } from '../storage-failure.ts';

/** @throws StorageFailed */
export type Transaction = <T>(work: () => T) => T;

export function createTransaction(database: DatabaseSync): Transaction {
  return function transaction(work) {
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw storageFailure(error);
    }
  };
}

/** Long work lets the phones through between two of its steps. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
