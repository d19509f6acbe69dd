/**
 * Reads a feed of the host for as long as it is wanted. A broken feed is opened again from the last value
 * seen, so that a feed whose values have an order misses nothing in between.
 */
const PAUSES_MS = [500, 1_000, 2_000, 5_000] as const;

export interface FollowFeed<Value> {
  /** Opens the feed after a value, or from now on when it is null. */
  open: (last: Value | null, signal: AbortSignal) => Promise<AsyncIterable<Value>>;
  /** The feed is open. `resumed` is false when what came before now may be missing. */
  onOpen?: (resumed: boolean) => void;
  onValue: (value: Value) => void;
  /** `error` is undefined when the host ended the feed. */
  onLost?: (error: unknown) => void;
  /** How the time before the next attempt passes; `pause` unless a test says otherwise. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
}

/** Resolves when `signal` is aborted; never rejects. */
export async function followFeed<Value>(feed: FollowFeed<Value>): Promise<void> {
  const { wait = pause } = feed;
  let last: Value | null = null;
  let failures = 0;
  while (!feed.signal.aborted) {
    let trouble: unknown;
    try {
      const values = await feed.open(last, feed.signal);
      if (feed.signal.aborted) return;
      feed.onOpen?.(last !== null);
      for await (const value of values) {
        if (feed.signal.aborted) return;
        failures = 0;
        last = value;
        feed.onValue(value);
      }
    } catch (error) {
      // Whatever broke the feed, the answer is the same: say so, wait, open it again.
      trouble = error;
    }
    if (feed.signal.aborted) return;
    feed.onLost?.(trouble);
    await wait(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 5_000, feed.signal);
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
