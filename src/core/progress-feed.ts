/**
 * Tells any number of listeners how a long piece of work goes. A slow listener costs little and misses no
 * change of state: of several counts it has not read yet, it gets the last.
 */
export interface ProgressFeed<Progress> {
  publish(progress: Progress): void;
  /**
   * `current` first, then what is published under its key, until the signal aborts, the work has ended, or
   * the feed closes.
   */
  listen(current: () => Progress, signal: AbortSignal | undefined): AsyncGenerator<Progress>;
  /** Ends the listeners of one key: there is nothing more to tell. */
  end(key: string): void;
  /** Ends every listener. */
  close(): void;
}

interface Listener<Progress> {
  key: string;
  unread: Progress[];
  ended: boolean;
  wake(): void;
}

/**
 * @param keyOf whose progress it is.
 * @param isLast asked once it is read: nothing more can come after it. Without it a listener stays.
 */
export function createProgressFeed<Progress extends { state: string }>(
  keyOf: (progress: Progress) => string,
  isLast: (progress: Progress) => boolean = () => false,
): ProgressFeed<Progress> {
  const listeners = new Set<Listener<Progress>>();
  let closed = false;

  async function* listen(current: () => Progress, signal: AbortSignal | undefined): AsyncGenerator<Progress> {
    const first = current();
    const listener: Listener<Progress> = { key: keyOf(first), unread: [first], ended: false, wake() {} };
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
          if (listener.unread.length === 0 && isLast(next)) return;
        } else if (closed || listener.ended) {
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
        if (listener.key !== keyOf(progress)) continue;
        if (listener.unread.at(-1)?.state === progress.state) listener.unread.pop();
        listener.unread.push(progress);
        listener.wake();
      }
    },
    listen,
    end(key) {
      for (const listener of listeners) {
        if (listener.key !== key) continue;
        listener.ended = true;
        listener.wake();
      }
    },
    close() {
      closed = true;
      for (const listener of listeners) listener.wake();
    },
  };
}
