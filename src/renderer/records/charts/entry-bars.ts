/** The entries as bars: the busiest by name, the rest as one. */
import type { ScanCount } from '#shared/model/scan.ts';

/** More bars than this cannot be read in one drawing. */
export const MOST_ENTRIES = 6;

export interface EntryBar {
  /** Null for the rest. */
  entryId: string | null;
  /** How many entries it stands for. */
  entries: number;
  scanned: number;
  followed: number;
  notFollowed: number;
  unknown: number;
}

/** `counts` are by entry, the busiest first. */
export function entryBars(counts: readonly ScanCount[]): EntryBar[] {
  const named = counts.length <= MOST_ENTRIES ? counts.length : MOST_ENTRIES - 1;
  const rest = counts.slice(named);
  const bars = counts.slice(0, named).map((count) => ({ ...count, entries: 1 }));
  if (rest.length === 0) return bars;
  const sum = (key: 'scanned' | 'followed' | 'notFollowed' | 'unknown') =>
    rest.reduce((total, count) => total + count[key], 0);
  return [
    ...bars,
    {
      entryId: null,
      entries: rest.length,
      scanned: sum('scanned'),
      followed: sum('followed'),
      notFollowed: sum('notFollowed'),
      unknown: sum('unknown'),
    },
  ];
}
