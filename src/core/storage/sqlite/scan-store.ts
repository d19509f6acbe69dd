/** The scan store over SQLite: prepared once, read by index, written through the group commit. */
import type { DatabaseSync } from 'node:sqlite';
import { createRecentScans, shortOf } from '../recent-scans.ts';
import type { Decision, NewScan, ScanStore, StoredScan } from '../scan-store.ts';
import type { GroupCommit } from './group-commit.ts';
import { createScanAnnulments } from './scan-annulments.ts';
import { createScanRemoval } from './scan-removal.ts';
import { createScanWrites } from './scan-writes.ts';

export interface ScanStoreDependencies {
  database: DatabaseSync;
  commits: GroupCommit;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A state is accepted for ten minutes; the scan that its code brings may be written a little later. */
const CODES_MATTER_MS = 11 * 60 * 1000;
/** Scans of one person erased in one commit. */
const ERASED_AT_ONCE = 200;
/** Scans in which a mention is looked for at a time: a few milliseconds. */
const SEARCHED_AT_ONCE = 10_000;

/** Opens the store; `changed` is to be called after each commit. */
export function createScanStore({ database, commits, now }: ScanStoreDependencies): ScanStore & {
  committed(): void;
} {
  const writes = createScanWrites(database);
  const { queries, counts, nextRevision } = writes;
  const annulments = createScanAnnulments(database, writes);
  const removal = createScanRemoval(database, writes);
  const insertScan = database.prepare(
    `INSERT INTO scans (id, revision, entry_id, account_id, openid, unionid, verdict, reason, errcode, ip, param,
       subscribe_time, subscribe_scene, scanned_at, decided_at, code_digests, visits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const decideScan = database.prepare(
    `UPDATE scans SET revision = ?, openid = ?, unionid = ?, verdict = ?, reason = ?, errcode = ?, ip = ?,
       subscribe_time = ?, subscribe_scene = ?, decided_at = ? WHERE id = ?`,
  );
  const countVisit =
    database.prepare(`UPDATE scans SET revision = ?, visits = visits + 1, code_digests = concat_ws(' ', code_digests, ?)
     WHERE id = ?`);
  const codes = createRecentScans(CODES_MATTER_MS, now);
  for (const { digest, scanId, at } of queries.codesSince(now - CODES_MATTER_MS)) {
    codes.remember(shortOf(digest), scanId, at);
  }

  const listeners = new Set<() => void>();
  /** By openid, the newest scan when they were erased: one made before may learn only later whose it is. */
  const erasedUpTo = new Map<string, number>();

  function insertRow({ codeDigest, scannedAt, decidedAt, ...kept }: NewScan): StoredScan {
    const id = writes.nextId();
    const { openid, accountId } = kept;
    const scan: StoredScan = {
      ...kept,
      id: String(id),
      revision: nextRevision(),
      scannedAt: new Date(scannedAt).toISOString(),
      decidedAt: new Date(decidedAt).toISOString(),
      visits: 1,
      firstScannedAt: openid === null ? null : queries.firstBefore(scannedAt, openid, accountId),
      annulled: null,
    };
    insertScan.run(
      id,
      scan.revision,
      scan.entryId,
      accountId,
      openid,
      scan.unionid,
      scan.verdict,
      scan.reason,
      scan.errcode,
      scan.ip,
      scan.param,
      scan.subscribeTime,
      scan.subscribeScene,
      scannedAt,
      decidedAt,
      codeDigest,
    );
    if (codeDigest !== null) codes.remember(shortOf(codeDigest), id, scannedAt);
    counts.tally(scan, 1);
    return scan;
  }

  function decideRow(id: string, decision: Decision, decidedAt: number): StoredScan | null {
    const before = queries.unlessErased(id);
    if (!before) return null;
    if (decision.openid !== null && Number(id) <= (erasedUpTo.get(decision.openid) ?? 0)) {
      removal.eraseOne(id);
      return null;
    }
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
    if (before.verdict !== decision.verdict || before.reason !== decision.reason) {
      counts.tally(before, -1);
      counts.tally({ ...before, verdict: decision.verdict, reason: decision.reason }, 1);
    }
    return queries.byId(id);
  }

  function revisitRow(id: string, codeDigest: string, at: number): StoredScan | null {
    if (!queries.unlessErased(id)) return null;
    countVisit.run(nextRevision(), codeDigest, id);
    codes.remember(shortOf(codeDigest), Number(id), at);
    return queries.byId(id);
  }

  async function eraseAll(openid: string): Promise<number> {
    let erased = 0;
    for (;;) {
      const some = await commits.write(() => removal.erase(openid, ERASED_AT_ONCE));
      erased += some;
      if (some < ERASED_AT_ONCE) return erased;
    }
  }

  return {
    insert: (scan) => commits.write(() => insertRow(scan)),
    decide: (id, decision, decidedAt) => commits.write(() => decideRow(id, decision, decidedAt)),
    revisit: (id, codeDigest, at) => commits.write(() => revisitRow(id, codeDigest, at)),
    annul: (id, reason, at) => commits.write(() => annulments.annul(id, reason, at)),
    reinstate: (id, at) => commits.write(() => annulments.reinstate(id, at)),
    unionids: removal.unionids,
    async erase(openid, texts) {
      erasedUpTo.set(openid, writes.latestId());
      let erased = await eraseAll(openid);
      for (let from = 1; from <= writes.latestId(); from += SEARCHED_AT_ONCE) {
        for (const text of texts) {
          await commits.write(() => removal.eraseMentions(text, from, from + SEARCHED_AT_ONCE - 1));
        }
      }
      // A phone may have been on its way when this began.
      erasedUpTo.set(openid, writes.latestId());
      erased += await eraseAll(openid);
      return erased;
    },
    deleteBefore: (before, limit) => commits.write(() => removal.deleteBefore(before, limit)),
    byId: queries.byId,
    unlessErased: queries.unlessErased,
    byCode(digest) {
      const id = codes.find(shortOf(digest));
      return id === null ? null : queries.byCode(id, digest);
    },
    list: queries.list,
    all: queries.all,
    summary: counts.summary,
    series: counts.series,
    person: queries.person,
    changesAfter: queries.changesAfter,
    newestRevision: writes.newestRevision,
    undecided: queries.undecided,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    committed() {
      if (!writes.takeChanged()) return;
      for (const listener of listeners) listener();
    },
  };
}
