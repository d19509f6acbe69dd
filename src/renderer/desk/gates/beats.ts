/** The latest scan of each gate, as the feed tells it: what makes a card flash, and says when somebody came last. */
import type { ScanChange } from '#shared/model/scan.ts';
import type { Verdict } from '#shared/model/verdict.ts';

export interface Beat {
  scannedAt: string;
  verdict: Verdict;
  /** How many were seen here: a new number is a new flash. */
  seen: number;
}

export type Beats = ReadonlyMap<string, Beat>;

/**
 * Only of scans made since `since`: an older one that gets another verdict is not the latest of its gate. A verdict
 * that changes later flashes no more; a scan that is annulled never came.
 */
export function withChanges(beats: Beats, changes: readonly ScanChange[], since: string): Beats {
  const next = new Map(beats);
  for (const { entryId, scannedAt, verdict, annulled } of changes) {
    if (annulled || scannedAt < since) continue;
    const last = next.get(entryId);
    if (last && last.scannedAt > scannedAt) continue;
    const isNew = last === undefined || last.scannedAt < scannedAt;
    next.set(entryId, { scannedAt, verdict, seen: (last?.seen ?? 0) + (isNew ? 1 : 0) });
  }
  return next;
}
