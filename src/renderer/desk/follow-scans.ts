/**
 * Reads the live feed for as long as it is wanted. A broken feed is opened again from the last revision
 * seen, so nothing in between is missed.
 */
import type { ScanChange } from '#shared/model/scan.ts';

const PAUSES_MS = [500, 1_000, 2_000, 5_000] as const;

export interface FollowScans {
  /** Opens the feed after a revision, or from now on when it is null. */
  open: (after: number | null, signal: AbortSignal) => Promise<AsyncIterable<ScanChange>>;
  /** The feed is open. `resumed` is false when changes before now may be missing. */
  onOpen: (resumed: boolean) => void;
  onChange: (change: ScanChange) => void;
  onLost: () => void;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

/** Resolves when `signal` is aborted; never rejects. */
export async function followScans(feed: FollowScans): Promise<void> {
  let after: number | null = null;
  let failures = 0;
  while (!feed.signal.aborted) {
    try {
      const changes = await feed.open(after, feed.signal);
      if (feed.signal.aborted) return;
      feed.onOpen(after !== null);
      for await (const change of changes) {
        failures = 0;
        after = Math.max(after ?? 0, change.revision);
        feed.onChange(change);
      }
    } catch {
      // Whatever broke the feed, the answer is the same: say so, wait, open it again.
    }
    if (feed.signal.aborted) return;
    feed.onLost();
    await feed.wait(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 5_000, feed.signal);
    failures += 1;
  }
}

/** Resolves after `ms`, or at once when `signal` is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
