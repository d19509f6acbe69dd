/** Ids and keys: lower case letters and digits, so that they survive any URL, QR code and state. */
import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Entry ids sit in a signed state at a fixed place: this length never changes. */
export const ID_LENGTH = 10;

function randomText(length: number): string {
  let text = '';
  for (const byte of randomBytes(length)) text += ALPHABET[byte & 31];
  return text;
}

/** 50 random bits: unique within one data folder, short enough for a QR code. */
export function newId(): string {
  return randomText(ID_LENGTH);
}

/** 130 random bits: nobody guesses the address of somebody else's result. */
export function newResultKey(): string {
  return randomText(26);
}
