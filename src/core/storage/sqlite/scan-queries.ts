/** Every question asked of the scans. Lists page by time and id, so a page costs the same however deep it is. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Scan, ScanFilter, ScanPage, ScanQuery } from '#shared/model/scan.ts';
import type { PersonOnRecord, StoredScan } from '../scan-store.ts';
import { conditionOf } from './scan-conditions.ts';
import { isoTimeOrNull, type Row, SCAN_COLUMNS, storedScan } from './scan-schema.ts';
import { createScanWalks } from './scan-walks.ts';

/** Rows read at a time when everything is wanted: memory stays flat over any table. */
const BATCH = 500;

/** Where a page begins: after this scan. */
interface Place {
  scannedAt: number;
  id: number;
}

/** The end of what is left: where the range ends, or just above the place, whichever comes first. */
function endAt(to: string | undefined, { scannedAt }: Place): string {
  const end = scannedAt + 1;
  return new Date(to === undefined ? end : Math.min(end, Date.parse(to))).toISOString();
}

/** The scan as the contract knows it, without what only the host needs. */
function publicScan({ revision: _revision, ...scan }: StoredScan): Scan {
  return scan;
}

/** Queries over an open database. */
export function createScanQueries(database: DatabaseSync) {
  const walkFor = createScanWalks(database);
  const select = `SELECT ${SCAN_COLUMNS} FROM scans AS scan`;
  const byId = database.prepare(`${select} WHERE id = ?`);
  const unlessErased = database.prepare(`${select} WHERE id = ? AND NOT erased`);
  const byCode = database.prepare(`${select} WHERE id = ? AND instr(code_digests, ?) > 0`);
  const codesSince = database.prepare(
    `SELECT id, code_digests, scanned_at FROM scans WHERE scanned_at >= ? AND code_digests IS NOT NULL
       ORDER BY scanned_at`,
  );
  const first = database.prepare(
    `SELECT scanned_at FROM scans INDEXED BY scans_by_openid
       WHERE openid = ? AND account_id = ? AND annulled_at IS NULL AND scanned_at < ?
       ORDER BY scanned_at LIMIT 1`,
  );
  const place = database.prepare('SELECT scanned_at FROM scans WHERE id = ?');
  const changes = database.prepare(`${select} WHERE revision > ? ORDER BY revision LIMIT ?`);
  const undecided = database.prepare(
    `${select} WHERE verdict = 'unknown' AND reason IN ('network', 'platform_busy')
       AND openid IS NOT NULL AND scanned_at >= ? ORDER BY id`,
  );
  const person = database.prepare(
    `SELECT count(*) AS scans, min(scanned_at) AS first, max(scanned_at) AS last
       FROM scans INDEXED BY scans_by_openid
       WHERE openid = ? AND account_id = ? AND annulled_at IS NULL`,
  );

  function one(row: Row | undefined): StoredScan | null {
    return row === undefined ? null : storedScan(row);
  }

  function page(filter: ScanFilter, after: Place | null, limit: number): StoredScan[] {
    // Of two upper bounds SQLite may walk from the wrong one; whoever turns pages is below the range's end.
    const { sql, values } = conditionOf(after ? { ...filter, to: endAt(filter.to, after) } : filter);
    const reached: SQLInputValue[] = after ? [after.scannedAt, after.id] : [];
    const walk = walkFor(filter, limit);
    if (walk === null) return [];
    // The page is found first: who came when for the first time is asked of its rows only.
    const place = `FROM scans INDEXED BY ${walk.index} WHERE ${after ? '(scanned_at, id) < (?, ?) AND' : ''} ${sql}
      ORDER BY scanned_at DESC, id DESC LIMIT ?`;
    const found = walk.isCovered
      ? `SELECT * FROM scans WHERE id IN (SELECT id ${place})`
      : `SELECT * ${place}`;
    return database
      .prepare(`SELECT ${SCAN_COLUMNS} FROM (${found}) AS scan ORDER BY scanned_at DESC, id DESC`)
      .all(...reached, ...values, limit)
      .map(storedScan);
  }

  return {
    byId: (id: string) => one(byId.get(id)),
    unlessErased: (id: string) => one(unlessErased.get(id)),
    byCode: (id: number, digest: string) => one(byCode.get(id, digest)),
    *codesSince(from: number): Iterable<{ digest: string; scanId: number; at: number }> {
      for (const row of codesSince.iterate(from)) {
        for (const digest of String(row.code_digests).split(' ')) {
          yield { digest, scanId: Number(row.id), at: Number(row.scanned_at) };
        }
      }
    },
    changesAfter: (revision: number, limit: number) => changes.all(revision, limit).map(storedScan),
    undecided: (from: number) => undecided.all(from).map(storedScan),

    /** When this person's first scan was, if it was before this time; else null. */
    firstBefore(scannedAt: number, openid: string, accountId: string): string | null {
      return isoTimeOrNull(first.get(openid, accountId, scannedAt)?.scanned_at);
    },

    person(accountId: string, openid: string): PersonOnRecord {
      const row = person.get(openid, accountId);
      return {
        scans: Number(row?.scans ?? 0),
        firstScannedAt: isoTimeOrNull(row?.first),
        lastScannedAt: isoTimeOrNull(row?.last),
      };
    },

    list({ limit, cursor, ...filter }: ScanQuery): ScanPage {
      const last = cursor === undefined ? null : place.get(cursor);
      // Too old to be kept since the last page was read, and so is everything that came after it.
      if (last === undefined) return { items: [], nextCursor: null };
      const after = last && { scannedAt: Number(last.scanned_at), id: Number(cursor) };
      const rows = page(filter, after, limit + 1);
      const items = rows.slice(0, limit).map(publicScan);
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    *all(filter: ScanFilter): Iterable<Scan> {
      let after: Place | null = null;
      for (;;) {
        const rows = page(filter, after, BATCH);
        yield* rows.map(publicScan);
        const last = rows.at(-1);
        if (!last || rows.length < BATCH) return;
        after = { scannedAt: Date.parse(last.scannedAt), id: Number(last.id) };
      }
    },
  };
}
