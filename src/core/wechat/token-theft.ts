/**
 * The detective: from the tokens that WeChat refuses, whether another system fetches this account's token, and
 * about when it did. The rule: it accuses only where nothing simpler explains the death.
 * @see https://developers.weixin.qq.com/doc/service/guide/dev/api — 获取 access_token
 */
import type { TokenSlot } from './token-slot.ts';
import type { StoredToken } from './token-store.ts';

/** The platform lets a replaced token live five more minutes: a death earlier than that is nobody's expiry. */
const OVERLAP_MS = 300_000;
const LIFE_MS = 7_200_000;
const BRAND_NEW_MS = 2_000;
/** The longest that a token's first call may take: one that never worked comes from a wrong relay. */
const FIRST_CALL_MS = 10_000;
/** "Not valid, or not the latest": how a replaced token dies. 42001 is age, 40014 no token at all. */
const REPLACED = 40001;

export interface Refused {
  /** Another system is the likely cause. */
  theft: boolean;
  /** The second brand-new token in a row, so a third would be refused as well. */
  hopeless: boolean;
}

/** Notes that WeChat refused this token of the slot's with this errcode. */
export function noteRefusal(slot: TokenSlot, refused: StoredToken, errcode: number, now: number): Refused {
  const age = now - refused.fetchedAt;
  const hopeless = age < BRAND_NEW_MS && now - slot.refusedAt < BRAND_NEW_MS;
  slot.refusedAt = now;
  const early = errcode === REPLACED && refused.expiresAt - now > OVERLAP_MS;
  // The owner of a shared token is its service, which may replace it whenever it likes.
  if (!early || slot.mode === 'shared') return { theft: false, hopeless };
  slot.deaths = [...slot.deaths.filter((at) => now - at < LIFE_MS), now];
  // A stable token dies early only by force, which is anybody's right once; a classic one by any other fetch.
  const theft = slot.mode === 'classic' ? age >= FIRST_CALL_MS : slot.deaths.length > 1;
  if (theft) {
    slot.stolenAt = now;
    slot.takenAbout = slot.mode === 'classic' ? Math.max(refused.fetchedAt, now - OVERLAP_MS) : now;
  }
  return { theft, hopeless };
}

/** The last token lived its life, so nobody is killing tokens (any more). */
export function clearSuspicion(slot: TokenSlot): void {
  slot.deaths = [];
  slot.stolenAt = null;
  slot.takenAbout = null;
}
