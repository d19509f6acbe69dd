/**
 * How many scans, of which verdict, when and where. What the tallies can answer costs the same over a million
 * scans as over none; a range of dates is counted by one index that holds all it needs, without sorting.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  MOST_POINTS,
  type ScanCount,
  type ScanFilter,
  type ScanSeriesQuery,
  type ScanSummary,
} from '#shared/model/scan.ts';
import type { StoredScan } from '../scan-store.ts';
import { conditionOf } from './scan-conditions.ts';
import { isoTime, type Row } from './scan-schema.ts';

const MINUTE_MS = 60_000;
const WIDTH_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS };
const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/** Where to count, and how. */
interface Source {
  from: string;
  values: SQLInputValue[];
  /** How many scans the rows stand for. */
  count: string;
  isAnnulled: string;
}

function sourceOf(filter: ScanFilter): Source {
  if (filter.from !== undefined || filter.to !== undefined || filter.openid !== undefined) {
    return scansOf(filter);
  }
  const isAnnulled = 'annulled = 1';
  const { sql, values } = conditionOf(filter, isAnnulled);
  return { from: `tallies WHERE ${sql}`, values, count: 'sum(count)', isAnnulled };
}

function scansOf(filter: ScanFilter): Source {
  const { sql, values } = conditionOf(filter);
  // Left alone, SQLite takes the index by entry or verdict, and then fetches every single scan.
  const index = filter.openid === undefined ? 'scans_by_time' : 'scans_by_openid';
  const from = `scans INDEXED BY ${index} WHERE ${sql}`;
  return { from, values, count: 'count(*)', isAnnulled: 'annulled_at IS NOT NULL' };
}

/** Columns for `numbersOf`; one pass over the rows. */
function countsOf({ count, isAnnulled }: Source): string {
  const those = (which: string) => `${count} FILTER (WHERE NOT (${isAnnulled}) AND ${which})`;
  return `${those('TRUE')} AS scanned, ${those("verdict = 'followed'")} AS followed,
    ${those("verdict = 'not_followed'")} AS not_followed, ${those("verdict = 'unknown'")} AS unknown`;
}

function numbersOf(row: Row | undefined) {
  return {
    scanned: Number(row?.scanned ?? 0),
    followed: Number(row?.followed ?? 0),
    notFollowed: Number(row?.not_followed ?? 0),
    unknown: Number(row?.unknown ?? 0),
  };
}

/** Counts over an open database. */
export function createScanCounts(database: DatabaseSync) {
  const add = database.prepare(
    `INSERT INTO tallies (entry_id, account_id, verdict, reason, annulled, count) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );

  function byEntry(filter: ScanFilter): ScanCount[] {
    const source = sourceOf(filter);
    return database
      .prepare(
        `SELECT entry_id, ${countsOf(source)} FROM ${source.from}
           GROUP BY entry_id HAVING scanned > 0 ORDER BY scanned DESC, entry_id LIMIT ${MOST_POINTS}`,
      )
      .all(...source.values)
      .map((row) => ({ at: null, entryId: String(row.entry_id), ...numbersOf(row) }));
  }

  /**
   * From the newest scan backwards, a step of the chart at a time. In one statement SQLite would sort every
   * scan by its step first, which takes three times as long. The bounds are no part of the filter: of two upper
   * ones SQLite would walk from the wrong one.
   */
  function byTime({ from, to, ...filter }: ScanFilter, width: number, ahead: number): ScanCount[] {
    const source = scansOf(filter);
    const within = `${source.from} AND scanned_at >= ? AND scanned_at < ?`;
    const newest = database.prepare(
      `SELECT scanned_at AS at FROM ${within} AND annulled_at IS NULL ORDER BY scanned_at DESC LIMIT 1`,
    );
    const counts = database.prepare(`SELECT ${countsOf(source)} FROM ${within}`);
    const begin = from === undefined ? 0 : Date.parse(from);
    let end = to === undefined ? END_OF_TIME : Date.parse(to);
    const points: ScanCount[] = [];
    while (points.length < MOST_POINTS) {
      const last = newest.get(...source.values, begin, end);
      if (!last) break;
      const at = Math.floor((Number(last.at) + ahead) / width) * width - ahead;
      const row = counts.get(...source.values, Math.max(at, begin), end);
      points.push({ at: isoTime(at), entryId: null, ...numbersOf(row) });
      end = at;
    }
    return points.reverse();
  }

  return {
    /** Adds a scan as it is to the tallies, or with -1 takes it out: inside the write that changes it. */
    tally(
      scan: Pick<StoredScan, 'entryId' | 'accountId' | 'verdict' | 'reason' | 'annulled'>,
      by: 1 | -1,
    ): void {
      add.run(scan.entryId, scan.accountId, scan.verdict, scan.reason ?? '', scan.annulled ? 1 : 0, by);
    },

    summary(filter: ScanFilter): ScanSummary {
      const source = sourceOf(filter);
      const annulled = `${source.count} FILTER (WHERE ${source.isAnnulled}) AS annulled`;
      const row = database
        .prepare(`SELECT ${countsOf(source)}, ${annulled} FROM ${source.from}`)
        .get(...source.values);
      const counted = numbersOf(row);
      const decided = counted.followed + counted.notFollowed;
      return {
        ...counted,
        annulled: Number(row?.annulled ?? 0),
        followRate: decided === 0 ? null : counted.followed / decided,
      };
    },

    series({ by, offsetMinutes, ...filter }: ScanSeriesQuery): ScanCount[] {
      if (by === 'entry') return byEntry(filter);
      return byTime(filter, WIDTH_MS[by], offsetMinutes * MINUTE_MS);
    },
  };
}
