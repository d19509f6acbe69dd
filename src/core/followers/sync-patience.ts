/**
 * What a sync does when WeChat gives no answer: at a rate limit it waits for the limit's end, when WeChat is busy,
 * out of reach or talks nonsense (a gateway's page, half a list) it tries again three times, and anything else
 * ends it. Nothing is left out meanwhile.
 */
import type { Reason } from '#shared/model/verdict.ts';
import type { Clock } from '../environment.ts';
import { countdown } from '../steady-clock.ts';
import type { SyncFailure } from '../storage/follower-store.ts';
import { nextChinaMidnight } from '../storage/sqlite/token-fetches.ts';
import type { Wait } from '../wechat/patience.ts';
import { failureOf } from '../wechat/reason.ts';

/** Why and until when nothing is asked. */
export interface Hold {
  /** Milliseconds since the epoch. */
  until: number;
  failure: SyncFailure;
  /** WeChat's rate limit, and no trouble. */
  isLimit: boolean;
}

export interface SyncPatienceDependencies {
  clock: Clock;
  wait: Wait;
  /** True ends every wait: the sync is to stop. */
  shouldStop(): boolean;
  /** True ends the present wait: somebody does not want to wait. Once asked, it is false again. */
  isHurried(): boolean;
  /** Hears of each hold, and null when it is over. @throws StorageFailed, which ends the sync */
  onHold(hold: Hold | null): void;
}

export interface SyncPatience {
  /** What the call answers, however long it takes; null when the sync is to stop. @throws what cannot be waited out */
  ask<T>(call: () => Promise<T>): Promise<T | null>;
  /** Waits for a hold of an earlier session. */
  sitOut(hold: Hold): Promise<void>;
}

const DAY_IS_USED_UP = 45009;
const MINUTE_IS_USED_UP = 45011;
const MINUTE_MS = 60_000;

/** Between the four attempts of a hundred. */
const BACK_OFF = [5_000, 15_000, 60_000];
const PASSES: ReadonlySet<Reason> = new Set<Reason>(['network', 'platform_busy', 'bad_reply']);

/** A machine that sleeps stops its timers: the time is looked at again at least this often. */
const LONGEST_WAIT_MS = 60_000;

export function createSyncPatience(dependencies: SyncPatienceDependencies): SyncPatience {
  const { clock, wait, shouldStop, isHurried, onHold } = dependencies;

  async function sitOut(hold: Hold): Promise<void> {
    onHold(hold);
    // Whoever was in a hurry before it began was so about something else.
    isHurried();
    const left = countdown(hold.until, clock);
    while (left() > 0) {
      await wait(Math.min(left(), LONGEST_WAIT_MS));
      if (shouldStop()) return;
      if (isHurried()) break;
    }
    onHold(null);
  }

  function holdFor(error: unknown, attempt: number): Hold | null {
    const { reason, errcode } = failureOf(error, 'lookup');
    const failure = { reason, errcode };
    const now = clock.now();
    if (errcode === DAY_IS_USED_UP) return { until: nextChinaMidnight(now), failure, isLimit: true };
    if (errcode === MINUTE_IS_USED_UP) {
      return { until: (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS, failure, isLimit: true };
    }
    const pause = PASSES.has(reason) ? BACK_OFF[attempt] : undefined;
    return pause === undefined ? null : { until: now + pause, failure, isLimit: false };
  }

  return {
    sitOut,
    async ask(call) {
      for (let attempt = 0; ; ) {
        try {
          return await call();
        } catch (error) {
          const hold = holdFor(error, attempt);
          if (hold === null) throw error;
          if (!hold.isLimit) attempt += 1;
          await sitOut(hold);
        }
        if (shouldStop()) return null;
      }
    },
  };
}
