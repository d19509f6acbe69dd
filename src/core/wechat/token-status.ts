/** What an operator may know of an account's token: everything but the token. */
import type { TokenMode, TokenStatus } from '#shared/model/account.ts';
import type { TokenSlot } from './token-slot.ts';

export function tokenStatus(slot: TokenSlot, mode: TokenMode, now: number): TokenStatus {
  const { current, fetches, stolenAt } = slot;
  return {
    mode,
    cached: current !== null && current.expiresAt > now,
    fetchedAt: current && iso(current.fetchedAt),
    expiresAt: current && iso(current.expiresAt),
    expiresIn: current && Math.max(0, Math.floor((current.expiresAt - now) / 1000)),
    fetches,
    stolenAt: stolenAt === null ? null : iso(stolenAt),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
