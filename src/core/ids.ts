/** Ids: lower case letters and digits, so that they survive any URL, QR code and state. */
import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Entry ids sit in a signed state at a fixed place: this length never changes. */
export const ID_LENGTH = 10;

/** 50 random bits: unique within one data folder, short enough for a QR code. */
export function newId(): string {
  let id = '';
  for (const byte of randomBytes(ID_LENGTH)) id += ALPHABET[byte & 31];
  return id;
}
