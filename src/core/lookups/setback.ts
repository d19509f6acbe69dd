/**
 * What becomes of a look-up that cannot go on: WeChat's limits end by the clock and are waited for; what
 * mends itself is tried again a few times; the rest needs somebody, and waiting would only hide that.
 */
import type { Reason } from '#shared/model/verdict.ts';
import { type Failure, NotFound, StorageFailed } from '../errors.ts';
import { nextChinaMidnight } from '../storage/sqlite/token-fetches.ts';
import { failureOf } from '../wechat/reason.ts';

/** Why it stopped; no reason when it is none of WeChat's. */
export interface Setback {
  reason: Reason | null;
  errcode: number | null;
}

/** "Reach max api daily quota": WeChat's day begins at midnight in China. */
const DAILY_QUOTA = 45009;
const MINUTE_MS = 60_000;
/** WeChat's clock is not ours: a call made on the stroke may still be in the minute, or the day, before. */
const AFTER_THE_MINUTE_MS = 2_000;
const AFTER_MIDNIGHT_MS = 60_000;

const PAUSES_MS = [5_000, 15_000, 60_000, 60_000];

/** `bad_reply`: a captive portal or a relay's error page goes away like a broken network does. */
const MENDS_ITSELF: ReadonlySet<Reason | null> = new Set<Reason | null>([
  'network',
  'platform_busy',
  'bad_reply',
]);

/** A disk that refuses, or an account that was removed, is no reason of WeChat's. */
export function setbackOf(error: unknown): Setback {
  if (error instanceof StorageFailed || error instanceof NotFound) return { reason: null, errcode: null };
  const { reason, errcode }: Failure = failureOf(error, 'lookup');
  return { reason, errcode };
}

/**
 * When to go on by itself, in milliseconds since the epoch; null when it fails.
 * @param before how many setbacks in a row, with not one answer in between, this one follows.
 */
export function goesOnAt({ reason, errcode }: Setback, before: number, now: number): number | null {
  if (reason === 'quota') {
    if (errcode === DAILY_QUOTA) return nextChinaMidnight(now) + AFTER_MIDNIGHT_MS;
    return (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS + AFTER_THE_MINUTE_MS;
  }
  const pause = MENDS_ITSELF.has(reason) ? PAUSES_MS[before] : undefined;
  return pause === undefined ? null : now + pause;
}
