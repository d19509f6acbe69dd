/** Scans 扫码 as the console knows them, and the feed that brings every change to every desk in order. */
import type { Scan, ScanChange, ScanFilter, ScanPage, ScanQuery, ScanSummary } from '#shared/model/scan.ts';
import type { ScanStore } from '../storage/scan-store.ts';
import type { Recheck } from './recheck.ts';

export interface Scans {
  list(query: ScanQuery): ScanPage;
  /** Every scan that matches, newest first, read page by page: memory does not grow with the table. */
  all(filter: ScanFilter): Iterable<Scan>;
  summary(filter: ScanFilter): ScanSummary;
  /**
   * Every change after `after` (a revision; the newest one when left out), first from disk and then as it
   * happens, until the signal aborts. A scan that changed twice in between comes once, as it is now.
   */
  changes(after: number | undefined, signal: AbortSignal | undefined): AsyncGenerator<ScanChange>;
  /** Asks WeChat again about the scan's openid. @throws NotFound, NotRecheckable, WeChat's errors */
  recheck(id: string): Promise<Scan>;
}

const CHANGES_AT_A_TIME = 200;

/** Wakes the feed: `next()` settles after the first commit since it was last asked, or when the signal aborts. */
function commitBell(store: ScanStore, signal: AbortSignal | undefined) {
  let rung = false;
  let wake: () => void = () => {};
  function ring(): void {
    rung = true;
    wake();
  }
  const stop = store.onChange(ring);
  signal?.addEventListener('abort', ring);
  return {
    async next(): Promise<void> {
      if (!rung && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      rung = false;
    },
    stop() {
      stop();
      signal?.removeEventListener('abort', ring);
    },
  };
}

export function createScans(store: ScanStore, recheck: Recheck): Scans {
  return {
    list: store.list,
    all: store.all,
    summary: store.summary,
    async *changes(after, signal) {
      let seen = after ?? store.newestRevision();
      const bell = commitBell(store, signal);
      try {
        while (!signal?.aborted) {
          const changes = store.changesAfter(seen, CHANGES_AT_A_TIME);
          for (const change of changes) {
            yield change;
            seen = change.revision;
          }
          if (changes.length < CHANGES_AT_A_TIME) await bell.next();
        }
      } finally {
        bell.stop();
      }
    },
    async recheck(id) {
      const { revision: _revision, ...scan } = await recheck(id);
      return scan;
    },
  };
}
