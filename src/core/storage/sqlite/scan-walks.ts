/**
 * Which way a list goes through the scans. SQLite would choose by the number of columns, and read every scan of
 * a large account to find three. The tallies say how many scans each way leads past in vain, so that no
 * combination of filters makes anybody wait.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ScanFilter } from '#shared/model/scan.ts';
import { conditionOf } from './scan-conditions.ts';

/** An index in the order of time. */
export interface Walk {
  index: string;
  /** It holds all that is filtered by: a scan is fetched only when it is one of those wanted. */
  isCovered: boolean;
}

/** What one field of a filter has an index for. */
type Way = [index: string, filter: ScanFilter];

/** How much longer it takes to pass a scan that has to be fetched first; measured. */
const FETCHED_COST = 10;

const EVERYTHING: Walk = { index: 'scans_by_time', isCovered: true };

function waysOf({ accountId, entryId, verdict, reason, annulled }: ScanFilter): Way[] {
  const ways: Way[] = [];
  if (accountId !== undefined) ways.push(['scans_by_account', { accountId }]);
  if (entryId !== undefined) ways.push(['scans_by_entry', { entryId }]);
  if (verdict !== undefined) ways.push(['scans_by_verdict', { verdict }]);
  if (reason !== undefined) ways.push(['scans_by_reason', { reason }]);
  if (annulled === true) ways.push(['scans_annulled', { annulled }]);
  return ways;
}

/** Chooses for a page of so many; null when nothing can match. */
export function createScanWalks(database: DatabaseSync): (filter: ScanFilter, limit: number) => Walk | null {
  /** How many scans match each of these filters. */
  function tally(filters: readonly ScanFilter[]): number[] {
    const conditions = filters.map((filter) => conditionOf(filter, 'annulled = 1'));
    const sums = conditions.map(({ sql }, index) => `sum(count) FILTER (WHERE ${sql}) AS sum${index}`);
    const row = database
      .prepare(`SELECT ${sums.join(', ')} FROM tallies`)
      .get(...conditions.flatMap(({ values }) => values));
    return filters.map((_filter, index) => Number(row?.[`sum${index}`] ?? 0));
  }

  return function walkFor({ from: _from, to: _to, openid, ...filter }, limit) {
    if (openid !== undefined) return { index: 'scans_by_openid', isCovered: false };
    const ways = waysOf(filter);
    const [way] = ways;
    if (way === undefined) return EVERYTHING;
    if (ways.length === 1 && filter.annulled !== false) return { index: way[0], isCovered: false };
    const [all = 0, matching = 0, ...each] = tally([{}, filter, ...ways.map(([, field]) => field)]);
    if (matching === 0) return null;
    // At worst everything that does not match is passed before what does.
    const costs = each.map((count) => (count - matching + limit) * FETCHED_COST);
    const least = Math.min(...costs);
    const best = ways[costs.indexOf(least)];
    if (best === undefined || all - matching + limit < least) return EVERYTHING;
    return { index: best[0], isCovered: false };
  };
}
