/**
 * Reads what an organisation's token service answered: JSON of any shape, with pointers to token and expiry.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
import { TokenServiceFailed } from '../errors.ts';
import type { SharedTokenSource } from './credentials.ts';
import type { FetchedToken } from './token-fetch.ts';

/** How long a token is kept whose service says nothing of its life. */
const UNTOLD_MS = 300_000;
/** Three years of seconds: more is a moment, not a length. */
const LONGEST_SECONDS = 1e8;
/** The year 5138 in seconds, 1973 in milliseconds. */
const LATEST_SECONDS = 1e11;
/** WeChat's have 136 to 512 characters. */
const LONGEST_TOKEN = 4_096;

/** @throws TokenServiceFailed */
export function readSharedToken(
  body: string,
  { tokenPointer, expiryPointer }: Pick<SharedTokenSource, 'tokenPointer' | 'expiryPointer'>,
  now: number,
): FetchedToken {
  const answer = parse(body, tokenPointer);
  const token = at(answer, tokenPointer);
  if (typeof token !== 'string' || !isTokenLike(token.trim())) throw new TokenServiceFailed('no_token');
  const expiry = expiryPointer === null ? undefined : at(answer, expiryPointer);
  const lifeMs = lifeOf(expiry, now) ?? UNTOLD_MS;
  if (lifeMs <= 0) throw new TokenServiceFailed('expired');
  return { token: token.trim(), lifeMs };
}

function isTokenLike(text: string): boolean {
  return text.length <= LONGEST_TOKEN && /^[\x21-\x7e]+$/.test(text);
}

/** Where the whole answer is the token, it may be bare text. */
function parse(body: string, tokenPointer: string): unknown {
  try {
    return JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    // JSON.parse quotes the text in its message, so nothing of the error is kept.
    if (tokenPointer === '' && /^[\w-]{16,}$/.test(body.trim())) return body.trim();
    throw new TokenServiceFailed('bad_reply');
  }
}

/** What the pointer points at, or undefined. */
function at(answer: unknown, pointer: string): unknown {
  let value = answer;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Milliseconds left, or null when this says nothing of them. */
function lifeOf(expiry: unknown, now: number): number | null {
  const number = typeof expiry === 'string' && expiry.trim() !== '' ? Number(expiry) : expiry;
  if (typeof number === 'number' && Number.isFinite(number)) {
    if (number < LONGEST_SECONDS) return number * 1000;
    return (number < LATEST_SECONDS ? number * 1000 : number) - now;
  }
  const moment = typeof expiry === 'string' && isIso(expiry.trim()) ? Date.parse(expiry.trim()) : Number.NaN;
  return Number.isNaN(moment) ? null : moment - now;
}

/** Date.parse also makes dates of text that is none. */
function isIso(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/i.test(text);
}
