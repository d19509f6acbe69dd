/** Every question asked of the scan tables. Lists page by id, so a page costs the same however deep it is. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Scan, ScanFilter, ScanPage, ScanQuery, ScanSummary } from '#shared/model/scan.ts';
import type { StoredScan } from '../scan-store.ts';
import { type Row, storedScan } from './scan-schema.ts';

/** Rows read at a time when everything is wanted: memory stays flat over any table. */
const BATCH = 500;

interface Condition {
  sql: string;
  values: SQLInputValue[];
}

function conditionOf(filter: ScanFilter): Condition {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  function and(sql: string, value: SQLInputValue | undefined): void {
    if (value === undefined) return;
    parts.push(sql);
    values.push(value);
  }
  and('account_id = ?', filter.accountId);
  and('entry_id = ?', filter.entryId);
  and('verdict = ?', filter.verdict);
  and('openid = ?', filter.openid);
  and('scanned_at >= ?', filter.from === undefined ? undefined : Date.parse(filter.from));
  and('scanned_at < ?', filter.to === undefined ? undefined : Date.parse(filter.to));
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'TRUE', values };
}

/** The scan as the contract knows it, without what only the host needs. */
function publicScan({ revision: _revision, ...scan }: StoredScan): Scan {
  return scan;
}

function summaryOf(rows: readonly Row[]): ScanSummary {
  const counts = new Map(rows.map((row) => [row.verdict, Number(row.count)]));
  const followed = counts.get('followed') ?? 0;
  const notFollowed = counts.get('not_followed') ?? 0;
  const unknown = counts.get('unknown') ?? 0;
  const decided = followed + notFollowed;
  return {
    scanned: decided + unknown,
    followed,
    notFollowed,
    unknown,
    followRate: decided === 0 ? null : followed / decided,
  };
}

/** Queries over an open database. */
export function createScanQueries(database: DatabaseSync) {
  const byId = database.prepare('SELECT * FROM scans WHERE id = ?');
  const byCode = database.prepare('SELECT * FROM scans WHERE id = ? AND instr(code_digests, ?) > 0');
  const codesSince = database.prepare(
    `SELECT id, code_digests, scanned_at FROM scans WHERE scanned_at >= ? AND code_digests IS NOT NULL
       ORDER BY scanned_at`,
  );
  const newest = database.prepare('SELECT max(revision) AS revision FROM scans');
  const changes = database.prepare('SELECT * FROM scans WHERE revision > ? ORDER BY revision LIMIT ?');
  const undecided = database.prepare(
    `SELECT * FROM scans WHERE verdict = 'unknown' AND reason IN ('network', 'platform_busy')
       AND openid IS NOT NULL AND scanned_at >= ? ORDER BY id`,
  );

  function one(row: Row | undefined): StoredScan | null {
    return row === undefined ? null : storedScan(row);
  }

  function page(filter: ScanFilter, below: number, limit: number): StoredScan[] {
    const { sql, values } = conditionOf(filter);
    return database
      .prepare(`SELECT * FROM scans WHERE id < ? AND ${sql} ORDER BY id DESC LIMIT ?`)
      .all(below, ...values, limit)
      .map(storedScan);
  }

  return {
    byId: (id: string) => one(byId.get(id)),
    byCode: (id: number, digest: string) => one(byCode.get(id, digest)),
    *codesSince(from: number): Iterable<{ digest: string; scanId: number; at: number }> {
      for (const row of codesSince.iterate(from)) {
        for (const digest of String(row.code_digests).split(' ')) {
          yield { digest, scanId: Number(row.id), at: Number(row.scanned_at) };
        }
      }
    },
    newestRevision: () => Number(newest.get()?.revision ?? 0),
    changesAfter: (revision: number, limit: number) => changes.all(revision, limit).map(storedScan),
    undecided: (from: number) => undecided.all(from).map(storedScan),

    list({ limit, cursor, ...filter }: ScanQuery): ScanPage {
      const below = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor);
      const rows = page(filter, below, limit + 1);
      const items = rows.slice(0, limit).map(publicScan);
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    *all(filter: ScanFilter): Iterable<Scan> {
      let below = Number.MAX_SAFE_INTEGER;
      for (;;) {
        const rows = page(filter, below, BATCH);
        yield* rows.map(publicScan);
        if (rows.length < BATCH) return;
        below = Number(rows.at(-1)?.id);
      }
    },

    summary(filter: ScanFilter): ScanSummary {
      const { sql, values } = conditionOf(filter);
      const tallied = filter.from === undefined && filter.to === undefined && filter.openid === undefined;
      const rows = tallied
        ? database.prepare(`SELECT verdict, sum(count) AS count FROM tallies WHERE ${sql} GROUP BY verdict`)
        : database.prepare(`SELECT verdict, count(*) AS count FROM scans WHERE ${sql} GROUP BY verdict`);
      return summaryOf(rows.all(...values));
    },
  };
}
