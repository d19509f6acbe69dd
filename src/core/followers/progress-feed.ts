/**
 * Tells any number of listeners how a sync goes. A slow listener costs little and misses no change of
 * state: of several counts it has not read yet, it gets the last.
 */
import type { SyncProgress } from '#shared/model/user.ts';

export interface ProgressFeed {
  publish(progress: SyncProgress): void;
  /** `current` first, then what is published for its account, until the signal aborts or the feed closes. */
  listen(current: () => SyncProgress, signal: AbortSignal | undefined): AsyncGenerator<SyncProgress>;
  /** Ends every listener. */
  close(): void;
}

interface Listener {
  accountId: string;
  unread: SyncProgress[];
  wake(): void;
}

export function createProgressFeed(): ProgressFeed {
  const listeners = new Set<Listener>();
  let closed = false;

  async function* listen(
    current: () => SyncProgress,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<SyncProgress> {
    const first = current();
    const listener: Listener = { accountId: first.accountId, unread: [first], wake() {} };
    function wake(): void {
      listener.wake();
    }
    listeners.add(listener);
    signal?.addEventListener('abort', wake);
    try {
      while (!signal?.aborted) {
        const next = listener.unread.shift();
        if (next !== undefined) {
          yield next;
        } else if (closed) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            listener.wake = resolve;
          });
        }
      }
    } finally {
      listeners.delete(listener);
      signal?.removeEventListener('abort', wake);
    }
  }

  return {
    publish(progress) {
      for (const listener of listeners) {
        if (listener.accountId !== progress.accountId) continue;
        const isCount = progress.state === 'running' && listener.unread.at(-1)?.state === 'running';
        if (isCount) listener.unread.pop();
        listener.unread.push(progress);
        listener.wake();
      }
    },
    listen,
    close() {
      closed = true;
      for (const listener of listeners) listener.wake();
    },
  };
}
