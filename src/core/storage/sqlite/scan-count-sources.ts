/** Where scans are counted and what of them: the tallies where these can tell, the scans themselves otherwise. */
import type { SQLInputValue } from 'node:sqlite';
import type { ScanFilter, ScanSummary } from '#shared/model/scan.ts';
import { conditionOf } from './scan-conditions.ts';
import type { Row } from './scan-schema.ts';

const END_OF_TIME = Number.MAX_SAFE_INTEGER;

/** A range of times: from, and before. */
export type Span = readonly [number, number];

export type Numbers = Pick<ScanSummary, 'scanned' | 'followed' | 'notFollowed' | 'unknown'>;

/** Where to count, and how. */
export interface Source {
  from: string;
  values: SQLInputValue[];
  /** How many scans the rows stand for. */
  count: string;
  isAnnulled: string;
}

export function talliesOf(filter: ScanFilter): Source {
  const isAnnulled = 'annulled = 1';
  const { sql, values } = conditionOf(filter, isAnnulled);
  return { from: `tallies WHERE ${sql}`, values, count: 'sum(count)', isAnnulled };
}

/** The scans themselves, within the span that is to follow the values. */
export function scansOf({ from: _from, to: _to, ...filter }: ScanFilter): Source {
  const { sql, values } = conditionOf(filter);
  // Left alone, SQLite takes the index by entry or verdict, and then fetches every single scan.
  const index = filter.openid === undefined ? 'scans_by_time' : 'scans_by_openid';
  const from = `scans INDEXED BY ${index} WHERE ${sql} AND scanned_at >= ? AND scanned_at < ?`;
  return { from, values, count: 'count(*)', isAnnulled: 'annulled_at IS NOT NULL' };
}

export function spanOf({ from, to }: ScanFilter): Span {
  return [from === undefined ? 0 : Date.parse(from), to === undefined ? END_OF_TIME : Date.parse(to)];
}

export function hasTallies({ from, to, openid }: ScanFilter): boolean {
  return from === undefined && to === undefined && openid === undefined;
}

/** Columns for `numbersOf`; one pass over the rows. */
export function countsOf({ count, isAnnulled }: Source): string {
  const those = (which: string) => `${count} FILTER (WHERE NOT (${isAnnulled}) AND ${which})`;
  return `${those('TRUE')} AS scanned, ${those("verdict = 'followed'")} AS followed,
    ${those("verdict = 'not_followed'")} AS not_followed, ${those("verdict = 'unknown'")} AS unknown`;
}

export function numbersOf(row: Row | undefined): Numbers {
  return {
    scanned: Number(row?.scanned ?? 0),
    followed: Number(row?.followed ?? 0),
    notFollowed: Number(row?.not_followed ?? 0),
    unknown: Number(row?.unknown ?? 0),
  };
}

export function sumOf(one: Numbers | undefined, other: Numbers): Numbers {
  if (one === undefined) return other;
  return {
    scanned: one.scanned + other.scanned,
    followed: one.followed + other.followed,
    notFollowed: one.notFollowed + other.notFollowed,
    unknown: one.unknown + other.unknown,
  };
}
