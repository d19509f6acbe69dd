/**
 * One account's token and what is known about it. Credentials are told apart by their fingerprint, so a new
 * secret, base URL or mode never meets a token that the old ones fetched, and two accounts with one AppID
 * share one.
 */
import { createHash } from 'node:crypto';
import type { Credentials } from './credentials.ts';
import type { StoredToken } from './token-store.ts';

/** In its last five minutes a stable token is replaced by a new one, and both work: renew well inside them. */
const RENEW_MS = 240_000;
/** With less than this left a caller waits for the new token. */
const USELESS_MS = 30_000;
/** The platform lets a replaced token live five more minutes: a death earlier than that is nobody's expiry. */
const OVERLAP_MS = 300_000;
const LIFE_MS = 7_200_000;
const BRAND_NEW_MS = 2_000;

export interface TokenSlot {
  readonly key: string;
  current: StoredToken | null;
  /** Fetches since this host started. */
  fetches: number;
  /** The one call that is under way. */
  flight: Promise<string> | null;
  /** Callers without a usable token: the flight, and one more if WeChat was busy. */
  waiting: Promise<string> | null;
  renewing: boolean;
  renewNotBefore: number;
  /** A failed fetch answers for a moment, so that a crowd's failure is one call. */
  failure: { error: unknown; until: number } | null;
  /** When WeChat last refused a token of this slot. */
  refusedAt: number;
  /** When tokens died that should have lived. */
  deaths: number[];
  stolenAt: number | null;
  refreshedAt: number;
}

export function newTokenSlot(key: string, current: StoredToken | null): TokenSlot {
  return {
    key,
    current,
    fetches: 0,
    flight: null,
    waiting: null,
    renewing: false,
    renewNotBefore: 0,
    failure: null,
    refusedAt: Number.NEGATIVE_INFINITY,
    deaths: [],
    stolenAt: null,
    refreshedAt: Number.NEGATIVE_INFINITY,
  };
}

export function fingerprint({ appId, appSecret, apiBaseUrl, tokenMode }: Credentials): string {
  const identity = JSON.stringify([appId, apiBaseUrl, tokenMode, appSecret]);
  return createHash('sha256').update(identity).digest('base64url');
}

export function sameCredentials(one: Credentials, other: Credentials): boolean {
  return (
    one === other ||
    (one.appSecret === other.appSecret &&
      one.appId === other.appId &&
      one.apiBaseUrl === other.apiBaseUrl &&
      one.tokenMode === other.tokenMode)
  );
}

/** A token that never lived long (a stand-in's, or a clock that jumped) is renewed at half of its life. */
export function isDueForRenewal({ fetchedAt, expiresAt }: StoredToken, now: number): boolean {
  const life = expiresAt - fetchedAt;
  return expiresAt - now < (life > RENEW_MS ? RENEW_MS : life / 2);
}

export function isUsable({ fetchedAt, expiresAt }: StoredToken, now: number): boolean {
  const life = expiresAt - fetchedAt;
  return expiresAt - now >= (life > RENEW_MS ? USELESS_MS : life / 8);
}

/**
 * Notes that WeChat refused this token of the slot's. `theft`: tokens keep dying early, and another system is
 * the likely cause. `hopeless`: the second brand-new token in a row, so a third would be refused as well.
 */
export function noteRefusal(slot: TokenSlot, refused: StoredToken, now: number) {
  const hopeless = now - refused.fetchedAt < BRAND_NEW_MS && now - slot.refusedAt < BRAND_NEW_MS;
  slot.refusedAt = now;
  let theft = false;
  if (refused.expiresAt - now > OVERLAP_MS) {
    slot.deaths = [...slot.deaths.filter((at) => now - at < LIFE_MS), now];
    theft = slot.deaths.length > 1;
  }
  return { theft, hopeless };
}
