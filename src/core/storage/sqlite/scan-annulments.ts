/**
 * Scans that do not count, and the log of who was taken out and put back when: it only ever grows. It runs
 * inside a write of the scan store.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { StoredScan } from '../scan-store.ts';
import type { ScanWrites } from './scan-writes.ts';

export function createScanAnnulments(database: DatabaseSync, { queries, counts, nextRevision }: ScanWrites) {
  const mark = database.prepare(
    'UPDATE scans SET revision = ?, annulled_at = ?, annulled_reason = ? WHERE id = ?',
  );
  const log = database.prepare('INSERT INTO scan_annulments (scan_id, at, reason) VALUES (?, ?, ?)');

  /** Marks the scan, or with null counts it again. */
  function turn(scan: StoredScan, annulledAt: number | null, reason: string | null, at: number) {
    counts.tally(scan, -1);
    mark.run(nextRevision(), annulledAt, reason, scan.id);
    log.run(scan.id, at, reason);
    const turned = queries.byId(scan.id);
    if (turned) counts.tally(turned, 1);
    return turned;
  }

  return {
    annul(id: string, reason: string, at: number): StoredScan | null {
      const scan = queries.byId(id);
      return scan && turn(scan, scan.annulled ? Date.parse(scan.annulled.at) : at, reason, at);
    },
    reinstate(id: string, at: number): StoredScan | null {
      const scan = queries.byId(id);
      return scan?.annulled ? turn(scan, null, null, at) : scan;
    },
  };
}
