/**
 * The `state` that travels to WeChat and back: it names the entry and proves that this FollowDesk made it,
 * with no cookie and nothing stored. WeChat's browser loses cookies; a signature cannot be lost.
 *
 * Layout, lower case letters and digits only (WeChat allows 128 of a-zA-Z0-9):
 * entry id (10) · kind (1) · issued, base 36 milliseconds (9) · nonce (16) · mac (32)
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — state
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '#shared/model/verdict.ts';
import type { Clock } from '../environment.ts';
import { ID_LENGTH } from '../ids.ts';

/** How long a code on screen is shown, and how long a state is accepted. */
export const CODE_SHOWN_MS = 5 * 60 * 1000;
export const STATE_VALID_MS = 10 * 60 * 1000;
/** A clock set back a little must not kill the codes on screen. */
const CLOCK_SLACK_MS = 60 * 1000;

const LAYOUT = new RegExp(`^([a-z0-9]{${ID_LENGTH}})([spq])([a-z0-9]{9})([0-9a-f]{16})([0-9a-f]{32})$`);

/** `s` shared by everybody who scans one screen · `p` one phone's own · `q` one phone's own, with a param kept for it. */
export type StateKind = 's' | 'p' | 'q';

export interface Link {
  entryId: string;
  kind: StateKind;
  nonce: string;
}

export interface States {
  mint(entryId: string, kind: StateKind): { state: string; nonce: string; issuedAt: number };
  verify(state: string | undefined): { link: Link } | { refusal: Refusal };
  /** A digest of an OAuth code that tells nothing about the code. */
  digestCode(accountId: string, code: string): string;
}

/** `key`: 32 random bytes that only this data folder knows. */
export function createStates(key: Buffer, clock: Clock): States {
  function mac(text: string): string {
    return createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
  }

  return {
    mint(entryId, kind) {
      const issuedAt = clock.now();
      const nonce = randomBytes(8).toString('hex');
      const signed = `${entryId}${kind}${issuedAt.toString(36).padStart(9, '0')}${nonce}`;
      return { state: signed + mac(signed), nonce, issuedAt };
    },
    verify(state) {
      const [whole, entryId, kind, issued, nonce, given] = LAYOUT.exec(state ?? '') ?? [];
      if (!whole || !entryId || !kind || !issued || !nonce || !given) return { refusal: 'bad_state' };
      const expected = mac(whole.slice(0, -given.length));
      if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return { refusal: 'bad_state' };
      const age = clock.now() - Number.parseInt(issued, 36);
      if (age > STATE_VALID_MS || age < -CLOCK_SLACK_MS) return { refusal: 'expired_state' };
      return { link: { entryId, kind: kind as StateKind, nonce } };
    },
    digestCode(accountId, code) {
      return mac(`code:${accountId}:${code}`);
    },
  };
}
