/** What a token's status means at a moment: how much life is left, and what stands against forcing a new one. */
import type { TokenStatus } from '#shared/model/token.ts';

/**
 * How often WeChat lets the stable token be forced in a day.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
export const FORCED_PER_DAY = 20;

export interface TokenLife {
  secondsOld: number;
  /** Never negative; 0 = expired. */
  secondsLeft: number;
  /** From 1, just fetched, to 0, expired. */
  share: number;
}

/** Null while there is no token, or nobody knows how long it lives. */
export function lifeOf(status: TokenStatus, now: number): TokenLife | null {
  if (status.fetchedAt === null || status.expiresAt === null) return null;
  const fetched = Date.parse(status.fetchedAt);
  const expires = Date.parse(status.expiresAt);
  const left = Math.max(0, expires - now);
  return {
    secondsOld: Math.max(0, Math.floor((now - fetched) / 1000)),
    secondsLeft: Math.floor(left / 1000),
    share: expires > fetched ? Math.min(1, left / (expires - fetched)) : 0,
  };
}

/** Why a forced refresh must wait: the day's 20 are used, or the last one is too fresh. */
export interface ForceObstacle {
  kind: 'quota' | 'pause';
  secondsLeft: number;
}

export function forceObstacle(status: TokenStatus, now: number): ForceObstacle | null {
  if (status.forceAgainAt === null) return null;
  const secondsLeft = Math.ceil((Date.parse(status.forceAgainAt) - now) / 1000);
  if (secondsLeft <= 0) return null;
  return { kind: status.forcedToday >= FORCED_PER_DAY ? 'quota' : 'pause', secondsLeft };
}

/** `2 h 5 min` as numbers: hours and minutes from an hour on, minutes from a minute on, else seconds. */
export type Duration =
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'seconds'; seconds: number };

export function durationOf(seconds: number): Duration {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  if (minutes >= 1) return { unit: 'minutes', minutes };
  return { unit: 'seconds', seconds: Math.max(0, Math.floor(seconds)) };
}
