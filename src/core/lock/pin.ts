/**
 * What is kept of a PIN: a slow digest with a salt of its own. Slow keeps a copy of the settings file from giving
 * it away at once; against guesses at the screen stands `tries.ts`.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { StoredPin } from '../storage/settings-schema.ts';

/** 16 MB and some 40 ms for each guess, off the main thread. */
const COST = { N: 2 ** 14, r: 8, p: 1, maxmem: 32 * 1024 * 1024 };
const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

const stretch = promisify<string, Buffer, number, object, Buffer>(scrypt);

export async function digestPin(pin: string): Promise<StoredPin> {
  const salt = randomBytes(SALT_BYTES);
  const digest = await stretch(pin, salt, DIGEST_BYTES, COST);
  return { salt: salt.toString('base64'), digest: digest.toString('base64') };
}

/** False also for a digest that is none of ours. */
export async function isPin(pin: string, { salt, digest }: StoredPin): Promise<boolean> {
  const kept = Buffer.from(digest, 'base64');
  const typed = await stretch(pin, Buffer.from(salt, 'base64'), DIGEST_BYTES, COST);
  return kept.length === typed.length && timingSafeEqual(kept, typed);
}
