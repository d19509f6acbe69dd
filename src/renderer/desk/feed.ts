/**
 * The feed's rows, newest scan first. A change is applied only when its revision is newer than what the
 * row shows, so late, repeated and out-of-order events cannot turn a verdict back.
 */
import type { Scan, ScanChange } from '#shared/model/scan.ts';

/** More rows than this are not kept: the feed is for watching, records are for searching. */
export const FEED_LIMIT = 300;

export interface FeedRow {
  scan: Scan;
  /** 0 for a row read from the record, which no live change has touched yet. */
  revision: number;
  /** True when it came while the operator was watching. */
  live: boolean;
}

/**
 * Rows after live changes. `complete` says that no older rows are left to load; otherwise a change of a
 * scan older than the last row is left to the page that will bring it.
 */
export function applyChanges(rows: FeedRow[], changes: ScanChange[], complete: boolean): FeedRow[] {
  const byId = new Map(rows.map((row) => [row.scan.id, row]));
  const oldest = rows.at(-1);
  const horizon = complete || !oldest ? Number.NEGATIVE_INFINITY : time(oldest);
  const arrived: FeedRow[] = [];
  for (const { revision, ...scan } of changes) {
    const known = byId.get(scan.id);
    if (known && known.revision >= revision) continue;
    const row = { scan, revision, live: known?.live ?? true };
    if (!known && time(row) < horizon) continue;
    if (!known) arrived.unshift(row);
    byId.set(scan.id, row);
  }
  const newest = arrived.map(({ scan }) => byId.get(scan.id)).filter((row) => row !== undefined);
  return ordered([...newest, ...rows.map((row) => byId.get(row.scan.id) ?? row)]);
}

/**
 * The changes that tell a verdict nobody has been told yet: a phone that asks again every few seconds and gets the
 * same answer, a second callback and an operator's own annulling are no news. `told`: the scans as they were told.
 */
export function newsIn(told: Iterable<Scan>, changes: ScanChange[]): ScanChange[] {
  const byId = new Map(Array.from(told, (scan) => [scan.id, scan]));
  return changes.filter(({ id, verdict, reason, annulled }) => {
    const known = byId.get(id);
    return annulled === null && !(known && known.verdict === verdict && known.reason === reason);
  });
}

/** Rows after a page of the record: it adds what is missing and never overrules a live change. */
export function applyPage(rows: FeedRow[], items: Scan[]): FeedRow[] {
  const byId = new Map(rows.map((row) => [row.scan.id, row]));
  const added: FeedRow[] = [];
  for (const scan of items) {
    const known = byId.get(scan.id);
    if (!known) added.push({ scan, revision: 0, live: false });
    else if (known.revision === 0) byId.set(scan.id, { ...known, scan });
  }
  return ordered([...rows.map((row) => byId.get(row.scan.id) ?? row), ...added]);
}

/** Rows after the answer to a recheck, which carries no revision: the later decision wins. */
export function applyAnswer(rows: FeedRow[], scan: Scan): FeedRow[] {
  return rows.map((row) =>
    row.scan.id === scan.id && Date.parse(scan.decidedAt) >= Date.parse(row.scan.decidedAt)
      ? { ...row, scan }
      : row,
  );
}

/** Array.prototype.sort is stable: scans of one millisecond stay in the order they are given. */
function ordered(rows: FeedRow[]): FeedRow[] {
  return rows.sort((left, right) => time(right) - time(left)).slice(0, FEED_LIMIT);
}

function time(row: FeedRow): number {
  return Date.parse(row.scan.scannedAt);
}
