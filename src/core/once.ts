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

/** How often, in the time a result is kept, the old ones are looked for. */
const SWEEPS = 60;

/** `keepMs` 0: a result is handed to those who wait for it and to nobody later. */
export function createOnce<T>(clock: Clock, keepMs: number): Once<T> {
  const runs = new Map<string, { result: Promise<T>; startedAt: number }>();
  let sweptAt = clock.now();

  /** What started later than now did so before the clock was set back, and nobody knows how long ago. */
  function isKept(startedAt: number, now: number): boolean {
    return startedAt <= now && now - startedAt < keepMs;
  }

  /**
   * Runs stand in the order they started, so the old ones are all at the front. Seldom: each walk passes every
   * entry deleted since the map last grew, which at every run would cost more than the work.
   */
  function forgetOld(now: number): void {
    if (now >= sweptAt && now - sweptAt < keepMs / SWEEPS) return;
    sweptAt = now;
    for (const [key, { startedAt }] of runs) {
      if (isKept(startedAt, now)) return;
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
      const now = clock.now();
      if (keepMs > 0) forgetOld(now);
      const running = runs.get(key);
      if (running && (keepMs === 0 || isKept(running.startedAt, now))) return running.result;
      runs.delete(key);
      const result = runFresh(key, work);
      runs.set(key, { result, startedAt: now });
      return result;
    },
    forget(key) {
      runs.delete(key);
    },
  };
}
