/** When WeChat says it is busy (-1, 5xx), asking again a moment later mostly helps; nothing else is repeated. */
import { WeChatRefused, WeChatUnreachable } from '../errors.ts';

export type Wait = (ms: number) => Promise<void>;

/** A phone is waiting for the answer, so little is spent here: scans that stay busy are retried later. */
const PAUSES = [300, 900];

/** -1 and 61450 are WeChat's own "system error". */
export function isBusy(error: unknown): boolean {
  if (error instanceof WeChatRefused) return error.errcode === -1 || error.errcode === 61450;
  return error instanceof WeChatUnreachable && error.kind === 'http_status';
}

/** Calls, and while WeChat is busy calls again, twice at most. */
export async function patiently<T>(call: () => Promise<T>, wait: Wait): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await call();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await wait(pause);
  }
  return call();
}

/** Waits that `close` ends at once, so that closing never hangs on a back-off. */
export function createWait(): { wait: Wait; close(): void } {
  const waiting = new Map<() => void, NodeJS.Timeout>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(waiting.get(done));
          waiting.delete(done);
          resolve();
        };
        waiting.set(done, setTimeout(done, ms));
      }),
    close() {
      for (const done of [...waiting.keys()]) done();
    },
  };
}
