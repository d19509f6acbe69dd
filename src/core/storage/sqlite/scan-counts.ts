/**
 * How many scans, of which verdict, when and where. What the tallies can answer costs the same over a million
 * scans as over none; a range of dates is counted by one index that holds all it needs, without sorting, and in
 * windows: between two of them somebody else has a turn.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  MOST_POINTS,
  type ScanCount,
  type ScanFilter,
  type ScanSeriesQuery,
  type ScanSummary,
} from '#shared/model/scan.ts';
import type { InTurns } from '../../in-turns.ts';
import type { StoredScan } from '../scan-store.ts';
import {
  countsOf,
  hasTallies,
  type Numbers,
  numbersOf,
  type Source,
  type Span,
  scansOf,
  spanOf,
  sumOf,
  talliesOf,
} from './scan-count-sources.ts';
import { isoTime } from './scan-schema.ts';

const MINUTE_MS = 60_000;
const WIDTH_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS };
/** Scans counted before somebody else has a turn: some ten milliseconds. */
const WINDOW = 25_000;
/** Steps of a chart before somebody else has a turn. */
const STEPS_AT_ONCE = 150;

/** Counts over an open database. */
export function createScanCounts(database: DatabaseSync) {
  const add = database.prepare(
    `INSERT INTO tallies (entry_id, account_id, verdict, reason, annulled, count) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  const windowEnd = database.prepare(
    `SELECT scanned_at AS at FROM scans INDEXED BY scans_by_time WHERE scanned_at >= ? AND scanned_at < ?
       ORDER BY scanned_at DESC LIMIT 1 OFFSET ${WINDOW}`,
  );

  /** From the newest to the oldest scan, so many at a time; one person's are few. */
  function* windowsOf(filter: ScanFilter): Generator<Span> {
    let [begin, end] = spanOf(filter);
    if (filter.openid !== undefined) {
      yield [begin, end];
      return;
    }
    while (begin < end) {
      const next = windowEnd.get(begin, end);
      const low = next === undefined ? begin : Number(next.at);
      yield [low, end];
      end = low;
    }
  }

  /** Every source of the filter's counts, with what it needs to be asked. */
  function* partsOf(filter: ScanFilter): Generator<[Source, SQLInputValue[]]> {
    if (hasTallies(filter)) {
      const source = talliesOf(filter);
      yield [source, source.values];
      return;
    }
    const source = scansOf(filter);
    for (const span of windowsOf(filter)) yield [source, [...source.values, ...span]];
  }

  function* byEntry(filter: ScanFilter): InTurns<ScanCount[]> {
    const entries = new Map<string, Numbers>();
    for (const [source, values] of partsOf(filter)) {
      const rows = database
        .prepare(`SELECT entry_id, ${countsOf(source)} FROM ${source.from} GROUP BY entry_id`)
        .all(...values);
      for (const row of rows) {
        const entryId = String(row.entry_id);
        entries.set(entryId, sumOf(entries.get(entryId), numbersOf(row)));
      }
      yield;
    }
    return [...entries]
      .map(([entryId, numbers]) => ({ at: null, entryId, ...numbers }))
      .filter(({ scanned }) => scanned > 0)
      .sort((one, other) => other.scanned - one.scanned || (one.entryId < other.entryId ? -1 : 1))
      .slice(0, MOST_POINTS);
  }

  /**
   * From the newest scan backwards, a step of the chart at a time. In one statement SQLite would sort every
   * scan by its step first, which takes three times as long.
   */
  function* byTime(filter: ScanFilter, width: number, ahead: number): InTurns<ScanCount[]> {
    const source = scansOf(filter);
    const newest = database.prepare(
      `SELECT scanned_at AS at FROM ${source.from} AND annulled_at IS NULL ORDER BY scanned_at DESC LIMIT 1`,
    );
    const counts = database.prepare(`SELECT ${countsOf(source)} FROM ${source.from}`);
    const points: { at: number; numbers: Numbers }[] = [];
    for (const [low, high] of windowsOf(filter)) {
      let end = high;
      for (let steps = 1; ; steps += 1) {
        const last = newest.get(...source.values, low, end);
        if (!last) break;
        const at = Math.floor((Number(last.at) + ahead) / width) * width - ahead;
        const begin = Math.max(at, low);
        const numbers = numbersOf(counts.get(...source.values, begin, end));
        const point = points.at(-1);
        if (point?.at === at) point.numbers = sumOf(point.numbers, numbers);
        else points.push({ at, numbers });
        // One more than is wanted, so that the last one is whole.
        if (points.length > MOST_POINTS) break;
        end = begin;
        if (steps % STEPS_AT_ONCE === 0) yield;
      }
      if (points.length > MOST_POINTS) break;
      yield;
    }
    return points
      .slice(0, MOST_POINTS)
      .reverse()
      .map(({ at, numbers }) => ({ at: isoTime(at), entryId: null, ...numbers }));
  }

  return {
    /** Adds a scan as it is to the tallies, or with -1 takes it out: inside the write that changes it. */
    tally(
      scan: Pick<StoredScan, 'entryId' | 'accountId' | 'verdict' | 'reason' | 'annulled'>,
      by: 1 | -1,
    ): void {
      add.run(scan.entryId, scan.accountId, scan.verdict, scan.reason ?? '', scan.annulled ? 1 : 0, by);
    },

    *summary(filter: ScanFilter): InTurns<ScanSummary> {
      let counted: Numbers | undefined;
      let annulled = 0;
      for (const [source, values] of partsOf(filter)) {
        const those = `${source.count} FILTER (WHERE ${source.isAnnulled}) AS annulled`;
        const row = database
          .prepare(`SELECT ${countsOf(source)}, ${those} FROM ${source.from}`)
          .get(...values);
        counted = sumOf(counted, numbersOf(row));
        annulled += Number(row?.annulled ?? 0);
        yield;
      }
      const numbers = counted ?? numbersOf(undefined);
      const decided = numbers.followed + numbers.notFollowed;
      return { ...numbers, annulled, followRate: decided === 0 ? null : numbers.followed / decided };
    },

    series({ by, offsetMinutes, ...filter }: ScanSeriesQuery): InTurns<ScanCount[]> {
      if (by === 'entry') return byEntry(filter);
      return byTime(filter, WIDTH_MS[by], offsetMinutes * MINUTE_MS);
    },
  };
}
