/** The scan store over SQLite: prepared once, read by index, written through the group commit. */
import type { DatabaseSync } from 'node:sqlite';
import type { Decision, NewScan, ScanStore, StoredScan } from '../scan-store.ts';
import type { GroupCommit } from './group-commit.ts';
import { CODES_MATTER_MS, createRecentCodes } from './recent-codes.ts';
import { createScanQueries } from './scan-queries.ts';

export interface ScanStoreDependencies {
  database: DatabaseSync;
  commits: GroupCommit;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Opens the store; `changed` is to be called after each commit. */
export function createScanStore({ database, commits, now }: ScanStoreDependencies): ScanStore & {
  committed(): void;
} {
  const queries = createScanQueries(database);
  const insertScan = database.prepare(
    `INSERT INTO scans (revision, entry_id, account_id, openid, unionid, verdict, reason, errcode, ip, param,
       subscribe_time, subscribe_scene, scanned_at, decided_at, code_digests, visits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const decideScan = database.prepare(
    `UPDATE scans SET revision = ?, openid = ?, unionid = ?, verdict = ?, reason = ?, errcode = ?, ip = ?,
       subscribe_time = ?, subscribe_scene = ?, decided_at = ? WHERE id = ?`,
  );
  const countVisit =
    database.prepare(`UPDATE scans SET revision = ?, visits = visits + 1, code_digests = concat_ws(' ', code_digests, ?)
     WHERE id = ?`);
  const tally = database.prepare(
    `INSERT INTO tallies (entry_id, account_id, verdict, count) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  const codes = createRecentCodes(now);
  for (const { digest, scanId, at } of queries.codesSince(now - CODES_MATTER_MS)) {
    codes.remember(digest, scanId, at);
  }

  const listeners = new Set<() => void>();
  let revision = queries.newestRevision();
  let changed = false;

  function nextRevision(): number {
    changed = true;
    revision += 1;
    return revision;
  }

  function insertRow(scan: NewScan): StoredScan {
    const own = nextRevision();
    const { lastInsertRowid } = insertScan.run(
      own,
      scan.entryId,
      scan.accountId,
      scan.openid,
      scan.unionid,
      scan.verdict,
      scan.reason,
      scan.errcode,
      scan.ip,
      scan.param,
      scan.subscribeTime,
      scan.subscribeScene,
      scan.scannedAt,
      scan.decidedAt,
      scan.codeDigest,
    );
    if (scan.codeDigest !== null) codes.remember(scan.codeDigest, Number(lastInsertRowid), scan.scannedAt);
    tally.run(scan.entryId, scan.accountId, scan.verdict, 1);
    const { codeDigest: _, scannedAt, decidedAt, ...kept } = scan;
    return {
      ...kept,
      id: String(lastInsertRowid),
      revision: own,
      scannedAt: new Date(scannedAt).toISOString(),
      decidedAt: new Date(decidedAt).toISOString(),
      visits: 1,
    };
  }

  function decideRow(id: string, decision: Decision, decidedAt: number): StoredScan | null {
    const before = queries.byId(id);
    if (!before) return null;
    decideScan.run(
      nextRevision(),
      decision.openid,
      decision.unionid,
      decision.verdict,
      decision.reason,
      decision.errcode,
      decision.ip,
      decision.subscribeTime,
      decision.subscribeScene,
      decidedAt,
      before.id,
    );
    if (before.verdict !== decision.verdict) {
      tally.run(before.entryId, before.accountId, before.verdict, -1);
      tally.run(before.entryId, before.accountId, decision.verdict, 1);
    }
    return queries.byId(id);
  }

  function revisitRow(id: string, codeDigest: string, at: number): StoredScan | null {
    countVisit.run(nextRevision(), codeDigest, id);
    codes.remember(codeDigest, Number(id), at);
    return queries.byId(id);
  }

  return {
    insert: (scan) => commits.write(() => insertRow(scan)),
    decide: (id, decision, decidedAt) => commits.write(() => decideRow(id, decision, decidedAt)),
    revisit: (id, codeDigest, at) => commits.write(() => revisitRow(id, codeDigest, at)),
    byId: queries.byId,
    byCode(digest) {
      const id = codes.find(digest);
      return id === null ? null : queries.byCode(id, digest);
    },
    list: queries.list,
    all: queries.all,
    summary: queries.summary,
    changesAfter: queries.changesAfter,
    newestRevision: queries.newestRevision,
    undecided: queries.undecided,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    committed() {
      if (!changed) return;
      changed = false;
      for (const listener of listeners) listener();
    },
  };
}
