/** Scans 扫码 as the console knows them, and the feed that brings every change to every desk in order. */
import type {
  Scan,
  ScanChange,
  ScanCount,
  ScanFilter,
  ScanPage,
  ScanQuery,
  ScanSeriesQuery,
  ScanSummary,
} from '#shared/model/scan.ts';
import type { Clock } from '../environment.ts';
import { NotFound } from '../errors.ts';
import { atOnce, inTurns } from '../in-turns.ts';
import type { ScanStore, StoredScan } from '../storage/scan-store.ts';
import type { Recheck } from './recheck.ts';

export interface Scans {
  list(query: ScanQuery): ScanPage;
  /** Every scan that matches, newest first, read page by page: memory does not grow with the table. */
  all(filter: ScanFilter): Iterable<Scan>;
  /** Over a long range of dates nobody else is kept waiting. */
  summary(filter: ScanFilter): Promise<ScanSummary>;
  /** The same without waiting: for a short range, such as today. */
  summaryNow(filter: ScanFilter): ScanSummary;
  /**
   * Counts for a chart, annulled scans left out. By time: the oldest first, minutes, hours or days without a
   * scan left out, and of more than MOST_POINTS the newest, so that a full answer may begin late. By entry:
   * the one with the most scans first.
   */
  series(query: ScanSeriesQuery): Promise<ScanCount[]>;
  /**
   * Every change after `after` (a revision; the newest one when left out), first from disk and then as it
   * happens, until the signal aborts. A scan that changed twice in between comes once, as it is now.
   */
  changes(after: number | undefined, signal: AbortSignal | undefined): AsyncGenerator<ScanChange>;
  /** Asks WeChat again about the scan's openid. @throws NotFound, NotRecheckable, WeChat's errors */
  recheck(id: string): Promise<Scan>;
  /**
   * Takes the scan out of every count; it stays on record. One that is annulled already keeps its time and
   * takes the new reason. @throws NotFound, StorageFailed
   */
  annul(id: string, reason: string): Promise<Scan>;
  /** Counts it again; the log keeps both. One that counts stays as it is. @throws NotFound, StorageFailed */
  reinstate(id: string): Promise<Scan>;
}

export interface ScanDependencies {
  store: ScanStore;
  recheck: Recheck;
  clock: Clock;
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

export function createScans({ store, recheck, clock }: ScanDependencies): Scans {
  return {
    list: store.list,
    all: store.all,
    summary: (filter) => inTurns(store.summary(filter)),
    summaryNow: (filter) => atOnce(store.summary(filter)),
    series: (query) => inTurns(store.series(query)),
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
    recheck: async (id) => shown(id, await recheck(id)),
    annul: async (id, reason) => shown(id, await store.annul(id, reason, clock.now())),
    reinstate: async (id) => shown(id, await store.reinstate(id, clock.now())),
  };
}

/** Without what only the host needs. @throws NotFound */
function shown(id: string, stored: StoredScan | null): Scan {
  if (stored === null) throw new NotFound('scan', id);
  const { revision: _revision, ...scan } = stored;
  return scan;
}
