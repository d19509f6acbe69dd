/**
 * What goes for good: who was behind a scan, and scans that are too old. It runs inside a write of the scan
 * store, a few rows at a time, because phones wait for that write too. That nothing stays in the file's unused
 * places is the database's own doing (`secure_delete`) and `disk-traces.ts`'s.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { storedScan } from './scan-schema.ts';
import type { ScanWrites } from './scan-writes.ts';

export function createScanRemoval(database: DatabaseSync, { counts, nextRevision, keepMarks }: ScanWrites) {
  const ofPerson = database.prepare('SELECT id FROM scans WHERE openid = ? LIMIT ?');
  // The time of subscribing is as good as a name: the directory at WeChat has it to the second.
  const erase = database.prepare(
    `UPDATE scans SET revision = ?, erased = 1, openid = NULL, unionid = NULL, param = '', ip = NULL,
       subscribe_time = NULL, code_digests = NULL WHERE id = ?`,
  );
  const unionids = database.prepare("SELECT DISTINCT unionid FROM scans WHERE openid = ? AND unionid <> ''");
  const mentions = database.prepare(
    `SELECT id FROM scans WHERE id BETWEEN ?1 AND ?2 AND (instr(param, ?3) > 0 OR instr(annulled_reason, ?3) > 0)`,
  );
  const eraseMentions = database.prepare(
    `UPDATE scans SET revision = ?1, param = replace(param, ?2, '…'),
       annulled_reason = replace(annulled_reason, ?2, '…') WHERE id = ?3`,
  );
  const eraseReasons = database.prepare(
    `UPDATE scan_annulments SET reason = replace(reason, ?3, '…')
       WHERE scan_id BETWEEN ?1 AND ?2 AND instr(reason, ?3) > 0`,
  );
  const removeOld = database.prepare(
    `DELETE FROM scans WHERE id IN (SELECT id FROM scans WHERE scanned_at < ? ORDER BY scanned_at LIMIT ?)
     RETURNING *`,
  );
  const removeAnnulments = database.prepare('DELETE FROM scan_annulments WHERE scan_id = ?');

  function eraseOne(id: SQLInputValue): void {
    erase.run(nextRevision(), id);
  }

  return {
    /** By what else this person is known. */
    unionids: (openid: string): string[] => unionids.all(openid).map((row) => String(row.unionid)),
    eraseOne,
    /** Up to `limit` scans of this person. @returns how many there were. */
    erase(openid: string, limit: number): number {
      const rows = ofPerson.all(openid, limit);
      for (const { id = null } of rows) eraseOne(id);
      return rows.length;
    },
    /**
     * Out of what was written beside the scans with these ids: what people brought along, such as whose code it
     * was, and why a scan was annulled.
     */
    eraseMentions(text: string, from: number, to: number): void {
      for (const { id = null } of mentions.all(from, to, text)) eraseMentions.run(nextRevision(), text, id);
      eraseReasons.run(from, to, text);
    },
    /** Up to `limit` scans made before, the oldest first. @returns how many there were. */
    deleteBefore(before: number, limit: number): number {
      keepMarks();
      const rows = removeOld.all(before, limit);
      for (const row of rows) {
        counts.tally(storedScan(row), -1);
        removeAnnulments.run(row.id ?? null);
      }
      return rows.length;
    },
  };
}
