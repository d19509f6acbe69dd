/**
 * Keys that are handed out once and opened with later, such as the board's. The rule: only the digest is kept, and
 * a comparison takes as long whichever key was tried, and where none was ever handed out.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** So many random bytes; `prefix` lets scanners of source code and logs recognise a key that was leaked. */
export function newHandedKey(prefix: string, bytes: number): string {
  return prefix + randomBytes(bytes).toString('base64url');
}

/** What is kept of a key: base64url. */
export function digestOfKey(key: string): string {
  return digest(key).toString('base64url');
}

/** `kept`: the digest, or null where nobody was handed a key. One that is damaged opens to nobody. */
export function isHandedKey(candidate: string, kept: string | null): boolean {
  const digestKept = Buffer.from(kept ?? '', 'base64url');
  return timingSafeEqual(digest(candidate), digestKept.length === nobodys.length ? digestKept : nobodys);
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Of a key that nobody was told. */
const nobodys = digest(newHandedKey('', 32));
