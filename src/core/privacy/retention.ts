/**
 * What is older than the operator wants to keep is deleted: scans, look-ups, and notes on people of whom no scan
 * is left. The counters say what is on record, so they shrink with it. The rule: a few rows at a time, since
 * phones wait for the same disk.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Logger } from '../environment.ts';
import type { Lookups } from '../lookups/lookups.ts';
import type { ScanStore } from '../storage/scan-store.ts';
import type { Notes } from '../storage/sqlite/notes.ts';

export interface Retention {
  /**
   * Deletes what is due: on the first call, once a day, and when the setting has changed. Runs by itself every
   * minute; never throws.
   */
  check(): Promise<void>;
  /** Ends after the rows in hand. */
  close(): Promise<void>;
}

export interface RetentionDependencies {
  scans: Pick<ScanStore, 'deleteBefore'>;
  lookups: Pick<Lookups, 'deleteBefore'>;
  notes: Pick<Notes, 'forgetBefore'>;
  /** Null keeps everything. */
  keepDays(): number | null;
  clock: Clock;
  logger: Logger;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const AT_ONCE = 250;
/** Between two deletions: long enough for the scans that came meanwhile. */
const PAUSE_MS = 20;

export function createRetention(dependencies: RetentionDependencies): Retention {
  const { scans, lookups, notes, keepDays, clock, logger } = dependencies;
  let last: { days: number; at: number } | null = null;
  let running: Promise<void> | null = null;
  let closed = false;

  async function deleteScans(days: number, before: number): Promise<number> {
    let deleted = 0;
    // Who changes the setting meanwhile wants no more of this.
    while (!closed && keepDays() === days) {
      const some = await scans.deleteBefore(before, AT_ONCE);
      deleted += some;
      if (some < AT_ONCE) break;
      await wait(PAUSE_MS);
    }
    return deleted;
  }

  async function run(days: number): Promise<void> {
    const now = clock.now();
    const before = now - days * DAY_MS;
    try {
      const deleted = { scans: await deleteScans(days, before), lookups: 0, notes: 0 };
      if (!closed && keepDays() === days) {
        deleted.lookups = await lookups.deleteBefore(before);
        deleted.notes = await notes.forgetBefore(before);
      }
      last = { days, at: now };
      logger.info({ days, ...deleted }, 'what is too old was deleted');
    } catch (error) {
      // It is tried again in a minute.
      logger.error({ days, error: String(error) }, 'what is too old could not be deleted');
    }
  }

  async function check(): Promise<void> {
    const days = keepDays();
    if (days === null) {
      last = null;
      return;
    }
    const isDue = last === null || last.days !== days || Math.abs(clock.now() - last.at) >= DAY_MS;
    if (closed || !isDue) return running ?? undefined;
    running ??= run(days).finally(() => {
      running = null;
    });
    await running;
  }

  const timer = setInterval(() => void check(), MINUTE_MS);
  timer.unref();

  return {
    check,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
