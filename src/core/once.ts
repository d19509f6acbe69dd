/**
 * Does a thing once per key, however many ask: those who come while it is being done wait for the same
 * result, and those who come within `keepMs` of its start get it at once.
 */
import type { Clock } from './environment.ts';

export interface Once<T> {
  /** Calls `work` unless it is running, or has run of late, for this key; a failure is not remembered. */
  run(key: string, work: () => Promise<T>): Promise<T>;
}

/**
 * `result` is null once the run is over and not kept. A Map that is filled and emptied for long outgrows its tables,
 * and each of them holds on to the next one and to what stood in it until V8 collects all of the heap: under load
 * every visitor's whole visit, for seconds.
 */
interface Run<T> {
  result: Promise<T> | null;
  startedAt: number;
  isOver: boolean;
}

/** How often, in the time a result is kept, the old ones are looked for. */
const SWEEPS = 60;

/** `keepMs` 0: a result is handed to those who wait for it and to nobody later. */
export function createOnce<T>(clock: Clock, keepMs: number): Once<T> {
  const runs = new Map<string, Run<T>>();
  let sweptAt = clock.now();

  /** What started later than now did so before the clock was set back, and nobody knows how long ago. */
  function isKept({ isOver, startedAt }: Run<T>, now: number): boolean {
    return !isOver || (startedAt <= now && now - startedAt < keepMs);
  }

  /**
   * Runs stand in the order they started, so the old ones are all at the front. Seldom: each walk passes every
   * entry deleted since the map last grew, which at every run would cost more than the work.
   */
  function forgetOld(now: number): void {
    if (now >= sweptAt && now - sweptAt < keepMs / SWEEPS) return;
    sweptAt = now;
    for (const [key, run] of runs) {
      if (isKept(run, now)) return;
      runs.delete(key);
    }
  }

  function begin(key: string, work: () => Promise<T>, startedAt: number): Promise<T> {
    const result = work();
    const run: Run<T> = { result, startedAt, isOver: false };
    function end(isKnown: boolean): void {
      run.isOver = true;
      if (keepMs > 0 && isKnown) return;
      if (runs.get(key) === run) runs.delete(key);
      run.result = null;
    }
    result.then(
      () => end(true),
      () => end(false),
    );
    runs.delete(key);
    runs.set(key, run);
    return result;
  }

  return {
    run(key, work) {
      const now = clock.now();
      if (keepMs > 0) forgetOld(now);
      const running = runs.get(key);
      if (running?.result && isKept(running, now)) return running.result;
      return begin(key, work, now);
    },
  };
}
