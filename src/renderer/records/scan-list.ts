/**
 * The list's rows, newest scan first, as far as they are read. Rows stay where they are: a scan that changes is
 * changed in place, also when it no longer fits the filter, and newer ones are counted until somebody asks.
 */
import type { Scan, ScanChange, ScanFilter, ScanPage } from '#shared/model/scan.ts';
import { matches } from './record-filter.ts';

export interface ScanList {
  rows: readonly Scan[];
  /** Of the next older page; null when the list is whole. */
  cursor: string | null;
  phase: 'loading' | 'ready' | 'failed';
  /** Reading an older page. */
  more: 'idle' | 'loading' | 'failed';
  error: unknown;
  /** Scans of the filter that came since, by id. */
  newer: ReadonlySet<string>;
  /** Changes heard of while a page is read, which may be older than they are. */
  meanwhile: readonly ScanChange[];
}

export const EMPTY_LIST: ScanList = {
  rows: [],
  cursor: null,
  phase: 'loading',
  more: 'idle',
  error: null,
  newer: new Set(),
  meanwhile: [],
};

/** The list once its first page is there. */
export function withNewest(list: ScanList, page: ScanPage): ScanList {
  return {
    ...EMPTY_LIST,
    phase: 'ready',
    rows: upToDate(page.items, list.meanwhile),
    cursor: page.nextCursor,
  };
}

/** The list with an older page below it. */
export function withOlder(list: ScanList, page: ScanPage): ScanList {
  const known = new Set(list.rows.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !known.has(id));
  return {
    ...list,
    rows: [...list.rows, ...upToDate(added, list.meanwhile)],
    cursor: page.nextCursor,
    more: 'idle',
    meanwhile: [],
  };
}

/** The list after live changes, which come in order. */
export function withChanges(list: ScanList, changes: readonly ScanChange[], filter: ScanFilter): ScanList {
  const reading = list.phase === 'loading' || list.more === 'loading';
  const meanwhile = reading ? [...list.meanwhile, ...changes] : list.meanwhile;
  const known = new Set(list.rows.map(({ id }) => id));
  const top = list.rows[0];
  const newer = new Set(list.newer);
  for (const change of changes) {
    if (known.has(change.id)) continue;
    const isNewer = !top || Date.parse(change.scannedAt) >= Date.parse(top.scannedAt);
    if (isNewer && matches(change, filter)) newer.add(change.id);
    else newer.delete(change.id);
  }
  const changed = changes.some(({ id }) => known.has(id));
  return { ...list, rows: changed ? upToDate(list.rows, changes) : list.rows, newer, meanwhile };
}

/** The list after the host answered with one scan. */
export function withScan(list: ScanList, scan: Scan): ScanList {
  return { ...list, rows: list.rows.map((row) => (row.id === scan.id ? scan : row)) };
}

function upToDate(rows: readonly Scan[], changes: readonly ScanChange[]): Scan[] {
  const latest = new Map(changes.map(({ revision: _revision, ...scan }) => [scan.id, scan]));
  return rows.map((row) => latest.get(row.id) ?? row);
}
