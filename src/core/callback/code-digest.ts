/** How a code is remembered: by a digest, which leads back to no code. No key is needed: a code cannot be guessed. */
import { hash } from 'node:crypto';

/** 128 bits in hexadecimal; codes of two accounts never share one. */
export function digestCode(accountId: string, code: string): string {
  return hash('sha256', `${accountId} ${code}`).slice(0, 32);
}
