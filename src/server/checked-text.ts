/**
 * Sealed bytes as text, with a check that needs no key. The rule: damage and a wrong key are told apart. Bytes
 * that fail the check are not what was sealed; bytes that pass it and do not open were sealed by somebody else.
 */
import { createHash } from 'node:crypto';

const CHECK_SIZE = 8;

/** Two letters for who seals, a number for how: what every vault of FollowDesk begins its texts with. */
const ANY_HEADER = /^[a-z]{2}\d+:/;

function checkOf(header: string, bytes: Buffer): Buffer {
  return createHash('sha256').update(header).update(bytes).digest().subarray(0, CHECK_SIZE);
}

/** The header, then base64url of a short SHA-256 and the bytes. */
export function toCheckedText(header: string, bytes: Buffer): string {
  return header + Buffer.concat([checkOf(header, bytes), bytes]).toString('base64url');
}

/** The bytes as they were sealed, or null when they are damaged. */
export function fromCheckedText(header: string, text: string): Buffer | null {
  const all = Buffer.from(text.slice(header.length), 'base64url');
  const bytes = all.subarray(CHECK_SIZE);
  return bytes.length > 0 && checkOf(header, bytes).equals(all.subarray(0, CHECK_SIZE)) ? bytes : null;
}

/** What to say of a text that this vault did not make: another vault's, or a later one's, is no damage. */
export function stateOfForeign(text: string): { state: 'unreadable' | 'corrupt' } {
  return { state: ANY_HEADER.test(text) ? 'unreadable' : 'corrupt' };
}
