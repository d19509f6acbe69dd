/**
 * What is older than the operator wants to keep is deleted: scans, look-ups, and notes on people of whom no scan
 * is left. The counters say what is on record, so they shrink with it; the follower directory is WeChat's list
 * and stays. The rule: a few rows at a time, since phones wait for the same disk, and by no clock in doubt.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Logger } from '../environment.ts';
import type { Lookups } from '../lookups/lookups.ts';
import type { ScanStore } from '../storage/scan-store.ts';
import type { Notes } from '../storage/sqlite/notes.ts';
import type { TrustedNow } from './trusted-clock.ts';

export interface Retention {
  /**
   * Deletes what is due: on the first call, once a day, and when the setting has changed; not while the clock is
   * in doubt. Runs by itself every minute; never throws.
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
  trustedNow: TrustedNow;
  clock: Clock;
  logger: Logger;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Measured over a million scans: some milliseconds. */
const AT_ONCE = 100;
/** Between two deletions: long enough for the scans that came meanwhile. */
const PAUSE_MS = 20;

export function createRetention(dependencies: RetentionDependencies): Retention {
  const { scans, lookups, notes, keepDays, trustedNow, clock, logger } = dependencies;
  let last: { days: number | null; at: number } | null = null;
  let running: Promise<void> | null = null;
  let closed = false;

  /** `deleteSome` deletes up to so many and answers how many there were. */
  async function deleteAll(days: number, deleteSome: (limit: number) => Promise<number>): Promise<number> {
    let deleted = 0;
    // Who changes the setting meanwhile wants no more of this.
    while (!closed && keepDays() === days) {
      const some = await deleteSome(AT_ONCE);
      deleted += some;
      if (some < AT_ONCE) break;
      await wait(PAUSE_MS);
    }
    return deleted;
  }

  async function deleteBefore(days: number, before: number): Promise<void> {
    const deleted = {
      scans: await deleteAll(days, (limit) => scans.deleteBefore(before, limit)),
      lookups: closed || keepDays() !== days ? 0 : await lookups.deleteBefore(before),
      notes: await deleteAll(days, (limit) => notes.forgetBefore(before, limit)),
    };
    logger.info({ days, ...deleted }, 'what is too old was deleted');
  }

  async function run(days: number | null): Promise<void> {
    try {
      const at = clock.now();
      // Asked also when nothing is to be deleted: tomorrow something may be.
      const now = await trustedNow();
      if (now === null) return;
      if (days !== null) await deleteBefore(days, now - days * DAY_MS);
      last = { days, at };
    } catch (error) {
      // It is tried again in a minute.
      logger.error({ days, error: String(error) }, 'what is too old could not be deleted');
    }
  }

  async function check(): Promise<void> {
    const days = keepDays();
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
