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

export type Row = Record<string, SQLOutputValue>;

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function isoTime(value: SQLOutputValue | undefined): string {
  return new Date(Number(value)).toISOString();
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
  };
}
