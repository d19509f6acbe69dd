/** The tables of the scans, their indexes, and how a row becomes a scan. */
import type { SQLOutputValue } from 'node:sqlite';
import { Reason, Verdict } from '#shared/model/verdict.ts';
import type { StoredScan } from '../scan-store.ts';

/**
 * `revision` orders every change ever made: the feed resumes from it. `tallies` keeps the counters, so that
 * a desk opens as quickly over a million scans as over none. No index is over random text but the openid's:
 * each such index costs as much as the scan.
 */
export const scanSchema = `
CREATE TABLE scans (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  openid TEXT,
  unionid TEXT,
  verdict TEXT NOT NULL,
  reason TEXT,
  errcode INTEGER,
  ip TEXT,
  param TEXT NOT NULL,
  subscribe_time TEXT,
  subscribe_scene TEXT,
  scanned_at INTEGER NOT NULL,
  decided_at INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  code_digests TEXT
) STRICT;
CREATE INDEX scans_by_revision ON scans (revision);
CREATE INDEX scans_by_openid ON scans (openid, id);
CREATE INDEX scans_by_entry ON scans (entry_id, id);
CREATE INDEX scans_by_time ON scans (scanned_at, verdict, entry_id, account_id);
CREATE INDEX scans_by_verdict ON scans (verdict, id);
CREATE TABLE tallies (
  entry_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (entry_id, account_id, verdict)
) STRICT, WITHOUT ROWID;
`;

/**
 * What records need. Every index that a list walks is in the order of time, so that a page costs the same
 * with a range of dates and without; the one by time alone holds all that is ever counted by. `tallies` leave
 * out what is annulled by keeping it apart. `scan_annulments` keeps every annulment and, without a reason,
 * every reinstatement. `scan_marks`: ids and revisions are never used again, whatever is deleted.
 */
export const scanRecordSchema = `
ALTER TABLE scans ADD COLUMN annulled_at INTEGER;
ALTER TABLE scans ADD COLUMN annulled_reason TEXT;
ALTER TABLE scans ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
DROP INDEX scans_by_openid;
DROP INDEX scans_by_entry;
DROP INDEX scans_by_time;
DROP INDEX scans_by_verdict;
CREATE INDEX scans_by_openid ON scans (openid, scanned_at);
CREATE INDEX scans_by_entry ON scans (entry_id, scanned_at);
CREATE INDEX scans_by_account ON scans (account_id, scanned_at);
CREATE INDEX scans_by_verdict ON scans (verdict, scanned_at);
CREATE INDEX scans_by_reason ON scans (reason, scanned_at) WHERE reason IS NOT NULL;
CREATE INDEX scans_by_time ON scans (scanned_at, verdict, entry_id, account_id, reason, annulled_at);
CREATE INDEX scans_annulled ON scans (scanned_at) WHERE annulled_at IS NOT NULL;
DROP TABLE tallies;
CREATE TABLE tallies (
  entry_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  annulled INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (entry_id, account_id, verdict, reason, annulled)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies
  SELECT entry_id, account_id, verdict, coalesce(reason, ''), 0, count(*) FROM scans GROUP BY 1, 2, 3, 4;
CREATE TABLE scan_annulments (
  id INTEGER PRIMARY KEY,
  scan_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX scan_annulments_by_scan ON scan_annulments (scan_id);
CREATE TABLE scan_marks (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/**
 * A scan's columns for `storedScan`, from a source that is called `scan`: with the time of this person's first
 * scan on this account that counts, if it is an earlier one. One look into an index.
 */
export const SCAN_COLUMNS = `scan.*, (
  SELECT first.scanned_at FROM scans AS first INDEXED BY scans_by_openid
    WHERE first.openid = scan.openid AND first.account_id = scan.account_id
      AND first.annulled_at IS NULL AND first.scanned_at < scan.scanned_at
    ORDER BY first.scanned_at LIMIT 1
) AS first_scanned_at`;

export type Row = Record<string, SQLOutputValue>;

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

export function isoTime(value: SQLOutputValue | undefined): string {
  return new Date(Number(value)).toISOString();
}

export function isoTimeOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'number' ? isoTime(value) : null;
}

export function storedScan(row: Row): StoredScan {
  const reason = textOrNull(row.reason);
  return {
    id: String(row.id),
    revision: Number(row.revision),
    entryId: String(row.entry_id),
    accountId: String(row.account_id),
    openid: textOrNull(row.openid),
    unionid: textOrNull(row.unionid),
    verdict: Verdict.parse(row.verdict),
    reason: reason === null ? null : Reason.parse(reason),
    errcode: numberOrNull(row.errcode),
    ip: textOrNull(row.ip),
    param: String(row.param),
    subscribeTime: textOrNull(row.subscribe_time),
    subscribeScene: textOrNull(row.subscribe_scene),
    scannedAt: isoTime(row.scanned_at),
    decidedAt: isoTime(row.decided_at),
    visits: Number(row.visits),
    firstScannedAt: isoTimeOrNull(row.first_scanned_at),
    annulled:
      typeof row.annulled_at === 'number'
        ? { at: isoTime(row.annulled_at), reason: String(row.annulled_reason) }
        : null,
  };
}
