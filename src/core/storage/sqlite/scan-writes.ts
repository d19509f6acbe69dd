/** What every write to the scans goes through: the order of changes, ids that are never used again, the counts. */
import type { DatabaseSync } from 'node:sqlite';
import { createScanCounts } from './scan-counts.ts';
import { createScanQueries } from './scan-queries.ts';

export interface ScanWrites {
  queries: ReturnType<typeof createScanQueries>;
  counts: ReturnType<typeof createScanCounts>;
  /** Of the change being written. */
  nextRevision(): number;
  nextId(): number;
  /** The newest id given out. */
  latestId(): number;
  /** The newest revision given out. */
  newestRevision(): number;
  /** Remembers both on disk: before rows are deleted, since the newest may be among them. */
  keepMarks(): void;
  /** Whether anything was changed since it was last asked. */
  takeChanged(): boolean;
}

export function createScanWrites(database: DatabaseSync): ScanWrites {
  const readMark = database.prepare('SELECT value FROM scan_marks WHERE name = ?');
  const writeMark = database.prepare('INSERT OR REPLACE INTO scan_marks (name, value) VALUES (?, ?)');
  const newest = database.prepare('SELECT max(revision) AS value FROM scans');
  const latest = database.prepare('SELECT max(id) AS value FROM scans');

  let revision = Math.max(Number(newest.get()?.value ?? 0), Number(readMark.get('revision')?.value ?? 0));
  let id = Math.max(Number(latest.get()?.value ?? 0), Number(readMark.get('id')?.value ?? 0));
  let changed = false;

  return {
    queries: createScanQueries(database),
    counts: createScanCounts(database),
    nextRevision() {
      changed = true;
      revision += 1;
      return revision;
    },
    nextId() {
      id += 1;
      return id;
    },
    latestId: () => id,
    newestRevision: () => revision,
    keepMarks() {
      writeMark.run('revision', revision);
      writeMark.run('id', id);
    },
    takeChanged() {
      const was = changed;
      changed = false;
      return was;
    },
  };
}
