/** What an operator may know of an account's token: everything but the token. */
import type { TokenMode, TokenStatus } from '#shared/model/token.ts';
import type { TokenFetchCount } from '../storage/sqlite/token-fetches.ts';
import type { TokenSlot } from './token-slot.ts';

/**
 * Calls in a day before WeChat answers 45009.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
const DAILY_LIMITS: Record<TokenMode, number | null> = { stable: 500_000, classic: 2_000, shared: null };

/** Counted per AppID, not per slot. */
export interface TokenUse extends TokenFetchCount {
  /** Milliseconds since the epoch; null = now. */
  forceAgainAt: number | null;
}

/** `slot` is null for an account that has no secret, and so never had a token. */
export function tokenStatus(
  slot: TokenSlot | null,
  mode: TokenMode,
  use: TokenUse,
  now: number,
): TokenStatus {
  const current = slot?.current ?? null;
  return {
    mode,
    cached: current !== null && current.expiresAt > now,
    fetchedAt: iso(current?.fetchedAt),
    expiresAt: iso(current?.expiresAt),
    expiresIn: current && Math.max(0, Math.floor((current.expiresAt - now) / 1000)),
    fetches: slot?.fetches ?? 0,
    fetchesToday: use.fetched,
    dailyLimit: DAILY_LIMITS[mode],
    forcedToday: use.forced,
    forceAgainAt: mode === 'stable' ? iso(use.forceAgainAt) : null,
    stolenAt: iso(slot?.stolenAt),
    takenAbout: iso(slot?.takenAbout),
  };
}

function iso(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : new Date(ms).toISOString();
}
