/**
 * One account's token and what is known about it. Credentials are told apart by their fingerprint, so a new
 * secret, base URL, mode or token service never meets a token that the old ones fetched, and two accounts with
 * one AppID share one.
 */
import { createHash } from 'node:crypto';
import type { TokenMode } from '#shared/model/token.ts';
import type { Credentials } from './credentials.ts';
import type { StoredToken } from './token-store.ts';

/** In its last five minutes a stable token is replaced by a new one, and both work: renew well inside them. */
const RENEW_MS = 240_000;
/** With less than this left a caller waits for the new token. */
const USELESS_MS = 30_000;

/** How long a failed fetch, or a token refused as soon as it was there, answers for the next. */
export const FAILURE_LASTS = 2_000;

/** The longest time for which anything of a slot answers for the next call. */
export const BAR_LASTS = 60_000;

/** An end further away than any was set before the clock was set back. */
export function isInForce(until: number, now: number): boolean {
  return now < until && until - now <= BAR_LASTS;
}

export interface TokenSlot {
  readonly key: string;
  readonly mode: TokenMode;
  current: StoredToken | null;
  /** Fetches since this host started. */
  fetches: number;
  /** The one call that is under way. */
  flight: Promise<StoredToken> | null;
  /** Callers without a usable token: the flight, and one more if WeChat was busy. */
  waiting: Promise<StoredToken> | null;
  renewing: boolean;
  renewNotBefore: number;
  /** A failed fetch answers for a moment, so that a crowd's failure is one call. */
  failure: { error: unknown; until: number } | null;
  /** When WeChat last refused a token of this slot. */
  refusedAt: number;
  /** `shared`: the token that WeChat refused last, should the service hand it out again. */
  dead: { token: string; until: number } | null;
  /** When tokens died that should have lived. */
  deaths: number[];
  /** When it was noticed that another system fetches, and about when that one did. */
  stolenAt: number | null;
  takenAbout: number | null;
  refreshedAt: number;
}

export function newTokenSlot(key: string, mode: TokenMode, current: StoredToken | null): TokenSlot {
  return {
    key,
    mode,
    current,
    fetches: 0,
    flight: null,
    waiting: null,
    renewing: false,
    renewNotBefore: 0,
    failure: null,
    refusedAt: Number.NEGATIVE_INFINITY,
    dead: null,
    deaths: [],
    stolenAt: null,
    takenAbout: null,
    refreshedAt: Number.NEGATIVE_INFINITY,
  };
}

export function fingerprint({ appId, appSecret, apiBaseUrl, tokenMode, sharedToken }: Credentials): string {
  const identity = [appId, apiBaseUrl, tokenMode, appSecret];
  if (tokenMode === 'shared' && sharedToken) {
    const { url, bearer, tokenPointer, expiryPointer } = sharedToken;
    identity.push(JSON.stringify([url, bearer, tokenPointer, expiryPointer]));
  }
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url');
}

export function sameCredentials(one: Credentials, other: Credentials): boolean {
  return (
    one === other ||
    (one.appSecret === other.appSecret &&
      one.appId === other.appId &&
      one.apiBaseUrl === other.apiBaseUrl &&
      one.tokenMode === other.tokenMode &&
      (one.tokenMode !== 'shared' || sameSource(one, other)))
  );
}

function sameSource({ sharedToken: one }: Credentials, { sharedToken: other }: Credentials): boolean {
  return (
    one?.url === other?.url &&
    one?.bearer === other?.bearer &&
    one?.tokenPointer === other?.tokenPointer &&
    one?.expiryPointer === other?.expiryPointer
  );
}

/**
 * A token that never lived long (a stand-in's, or a clock that jumped) is renewed at half of its life. A token
 * service hands out tokens of any age, and asking it for one does not make a new one: there, in the last fifth.
 */
export function isDueForRenewal(
  { fetchedAt, expiresAt }: StoredToken,
  mode: TokenMode,
  now: number,
): boolean {
  const life = expiresAt - fetchedAt;
  if (mode === 'shared') return expiresAt - now < Math.min(RENEW_MS, life / 5);
  return expiresAt - now < (life > RENEW_MS ? RENEW_MS : life / 2);
}

export function isUsable({ fetchedAt, expiresAt }: StoredToken, now: number): boolean {
  const life = expiresAt - fetchedAt;
  return expiresAt - now >= (life > RENEW_MS ? USELESS_MS : life / 8);
}
