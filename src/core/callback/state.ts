/**
 * The `state` that travels to WeChat and back: it names the entry and proves that this FollowDesk made it,
 * with no cookie and nothing stored. WeChat's browser loses cookies; a signature cannot be lost.
 *
 * Layout, lower case letters and digits only (WeChat allows 128 of a-zA-Z0-9):
 * entry id (10) · kind (1) · issued, base 36 milliseconds (9) · nonce (16) · mac (32)
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — state
 */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '#shared/model/verdict.ts';
import type { Clock } from '../environment.ts';
import { ID_LENGTH } from '../ids.ts';
import { steadyClock } from '../steady-clock.ts';

/** How long a code on screen is shown, and how long a state is accepted. */
export const CODE_SHOWN_MS = 5 * 60 * 1000;
export const STATE_VALID_MS = 10 * 60 * 1000;
/** A clock set back a little must not kill the codes on screen. */
const CLOCK_SLACK_MS = 60 * 1000;

const LAYOUT = new RegExp(`^([a-z0-9]{${ID_LENGTH}})([spq])([a-z0-9]{9})([0-9a-f]{16})([0-9a-f]{32})$`);

/** Screens' states remembered as ours: a rush brings one of them back thousands of times. */
const SCREENS_REMEMBERED = 64;

const RESULT_KEY = /^[0-9a-f]{24}([1-9]\d{0,15})$/;

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
  /** The address of a scan's result page: it names the scan, and nobody can make it for another one. */
  resultKey(scanId: string): string;
  /** The scan that a result key names, or null when this FollowDesk did not make the key. */
  scanIdOf(resultKey: string): string | null;
}

/** In a time that tells nothing about where they differ; of equal length. */
function isSame(expected: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

/** `key`: 32 random bytes that only this data folder knows. */
export function createStates(key: Buffer, clock: Clock, steady: Clock = steadyClock): States {
  /** The latest by the wall clock. */
  let newest = { issuedAt: Number.NEGATIVE_INFINITY, steadily: 0 };
  /** The oldest first. Its age is asked each time. */
  const ofScreens = new Map<string, { link: Link; issuedAt: number }>();
  // A key object once: made from bytes at every call it costs five times the digest itself.
  const secret = createSecretKey(key);

  function mac(text: string): string {
    return createHmac('sha256', secret).update(text).digest('hex').slice(0, 32);
  }

  /** A clock set back since makes our own states seem to come from the future: then the steady clock tells. */
  function ageOf(issuedAt: number): number {
    const age = clock.now() - issuedAt;
    if (age >= -CLOCK_SLACK_MS || issuedAt > newest.issuedAt) return age;
    return newest.issuedAt - issuedAt + steady.now() - newest.steadily;
  }

  /** Null when it is not ours. */
  function read(state: string): { link: Link; issuedAt: number } | null {
    const [whole, entryId, kind, issued, nonce, given] = LAYOUT.exec(state) ?? [];
    if (!whole || !entryId || !kind || !issued || !nonce || !given) return null;
    if (!isSame(mac(whole.slice(0, -given.length)), given)) return null;
    const ours = {
      link: { entryId, kind: kind as StateKind, nonce },
      issuedAt: Number.parseInt(issued, 36),
    };
    if (kind === 's') remember(state, ours);
    return ours;
  }

  function remember(state: string, ours: { link: Link; issuedAt: number }): void {
    const [oldest] = ofScreens.keys();
    if (oldest !== undefined && ofScreens.size >= SCREENS_REMEMBERED) ofScreens.delete(oldest);
    ofScreens.set(state, ours);
  }

  function resultKey(scanId: string): string {
    return mac(`result:${scanId}`).slice(0, 24) + scanId;
  }

  return {
    mint(entryId, kind) {
      const issuedAt = clock.now();
      if (issuedAt > newest.issuedAt) newest = { issuedAt, steadily: steady.now() };
      const nonce = randomBytes(8).toString('hex');
      const signed = `${entryId}${kind}${issuedAt.toString(36).padStart(9, '0')}${nonce}`;
      return { state: signed + mac(signed), nonce, issuedAt };
    },
    verify(state) {
      const ours = state === undefined ? null : (ofScreens.get(state) ?? read(state));
      if (ours === null) return { refusal: 'bad_state' };
      const age = ageOf(ours.issuedAt);
      if (age > STATE_VALID_MS || age < -CLOCK_SLACK_MS) return { refusal: 'expired_state' };
      return { link: ours.link };
    },
    resultKey,
    scanIdOf(key) {
      const [, scanId] = RESULT_KEY.exec(key) ?? [];
      if (scanId === undefined) return null;
      return isSame(resultKey(scanId), key) ? scanId : null;
    },
  };
}
