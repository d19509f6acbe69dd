/**
 * Does a thing once per key, however many ask: those who come while it is being done wait for the same
 * result, and those who come within `keepMs` of its start get it at once.
 */
import type { Clock } from './environment.ts';

export interface Once<T> {
  /** Calls `work` unless it is running, or has run of late, for this key; a failure is not remembered. */
  run(key: string, work: () => Promise<T>): Promise<T>;
  forget(key: string): void;
}

/** `keepMs` 0: a result is handed to those who wait for it and to nobody later. */
export function createOnce<T>(clock: Clock, keepMs: number): Once<T> {
  const runs = new Map<string, { result: Promise<T>; startedAt: number }>();

  /** Runs stand in the order they started, so the old ones are all at the front. */
  function forgetOld(): void {
    const oldest = clock.now() - keepMs;
    for (const [key, { startedAt }] of runs) {
      if (startedAt > oldest) return;
      runs.delete(key);
    }
  }

  async function runFresh(key: string, work: () => Promise<T>): Promise<T> {
    let kept = false;
    try {
      const result = await work();
      kept = keepMs > 0;
      return result;
    } finally {
      if (!kept) runs.delete(key);
    }
  }

  return {
    run(key, work) {
      if (keepMs > 0) forgetOld();
      const running = runs.get(key);
      if (running) return running.result;
      const result = runFresh(key, work);
      runs.set(key, { result, startedAt: clock.now() });
      return result;
    },
    forget(key) {
      runs.delete(key);
    },
  };
}
