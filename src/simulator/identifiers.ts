/**
 * How the simulator spells its identifiers. The rule: who a person is follows from the seed alone, so two
 * runs agree on every openid; what must not be guessed (codes, tokens) is random.
 */
import { hash, randomBytes } from 'node:crypto';

/** One account's name for one person: 28 characters, `o` and then 27 of `[A-Za-z0-9_-]`. */
export function openidFor(seed: string, appId: string, person: string): string {
  return `o${hash('sha256', `${seed}\n${appId}\n${person}`, 'base64url').slice(0, 27)}`;
}

/** One person's name across every account of one open-platform owner: the same for all apps. */
export function unionidFor(seed: string, person: string): string {
  return openidFor(seed, 'open-platform', person);
}

/** 136 characters, like today's tokens; docs promise no length and ask callers to keep room for 512. */
export function newToken(): string {
  return `92_${randomBytes(99).toString('base64url')}_`;
}

/** 32 letters and digits, as seen in real redirects. */
export function newCode(): string {
  return randomBytes(24).toString('base64url').replaceAll('-', 'X').replaceAll('_', 'Y');
}

/** `xxxxxxxx-xxxxxxxx-xxxxxxxx`, the first group being the time in seconds. */
export function newRid(nowMs: number): string {
  const random = randomBytes(8).toString('hex');
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8);
  return `${seconds}-${random.slice(0, 8)}-${random.slice(8)}`;
}

/** What error texts ended in before there were rids: `njHmVa00792974`. */
export function newHint(): string {
  const letters = randomBytes(12)
    .toString('base64')
    .replaceAll(/[^A-Za-z]/g, '');
  const number = randomBytes(4).readUInt32BE() % 100_000_000;
  return `${letters.padEnd(6, 'a').slice(0, 6)}${String(number).padStart(8, '0')}`;
}

/** A repeatable source of numbers in [0, 1): the same seed throws the same dice (mulberry32). */
export function createDice(seed: string): () => number {
  let state = Number.parseInt(hash('sha256', seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
