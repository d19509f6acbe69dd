/**
 * Text that strangers put into addresses, headers and bodies. Everything is Latin-1: one character, one byte.
 * `@@state@@` and its like stand for something real, filled in when it is sent.
 */
import type { Random } from './random.ts';

/** What a phone at the door really holds; a number in a list is never sent as it is. */
const PLACES = ['entry', 'state', 'shared', 'code', 'spent', 'key'] as const;

/** Would be found in an answer that repeats what was sent without making it harmless. */
const SCRIPT = '<script>fuzz(1)</script>';

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}

// biome-ignore format: one to a line, they would fill the screen
const FRAGMENTS = [
  '', '0', '-1', '1e309', 'NaN', 'null', 'undefined', 'true', '[object Object]', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '%', '%2', '%zz', '%00', '%0d%0aSet-Cookie:%20a=b', '%0a', '%25', '%2525', '%c0%af', '%e0%80%80', '%ed%a0%80', '%ff%fe', '%u0041', '+', ' ', '%20', '&', '&&', '=', ';', '#', '?', '/', '//', '..', '../', '..%2f', '%2e%2e%2f', '..\\', '..%5c', '....//', '/etc/passwd', '%2fetc%2fpasswd', '~', '*', '|', '`id`', '$(id)', '#{7*7}', '{{7*7}}', "' OR 1=1 --", '" OR ""="', "');DROP TABLE scans;--", '\\', '\t', SCRIPT, encodeURIComponent(SCRIPT), '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '[]', '[0]', '{}', '{"$gt":""}', utf8('关注台'), utf8('😀'), '\xff\xfe', '\xc0\xaf', utf8('\u202e'), utf8('ＭＰ'), 'A'.repeat(127), 'a'.repeat(128), 'a'.repeat(129), '9'.repeat(400), 'x'.repeat(511), 'x'.repeat(512), 'x'.repeat(513), '%41'.repeat(512), utf8('票').repeat(300), 'MP_verify_abcdefgh.txt', 'healthz', 'callback', 'go', 'r', 'http://evil.example/', '@evil.example', '0x7f000001', '127.0.0.1', '::1', 'file:///etc/passwd',
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~';

export function letters(random: Random, most: number): string {
  return random.several(most, () => LETTERS.charAt(random.below(LETTERS.length))).join('');
}

/** Any bytes at all. */
export function bytes(random: Random, most: number): string {
  return random.several(most, () => String.fromCharCode(random.below(256))).join('');
}

export function place(random: Random): string {
  return `@@${random.pick(PLACES)}@@`;
}

export function hostileText(random: Random): string {
  const kind = random.below(10);
  if (kind < 5) return random.pick(FRAGMENTS);
  if (kind < 7) return random.several(4, () => random.pick(FRAGMENTS)).join('');
  if (kind === 7) return letters(random, 200);
  if (kind === 8) return bytes(random, 40);
  return place(random) + random.pick(FRAGMENTS);
}

/** The same without what an address cannot hold, so that the request is still one. */
export function inAddress(text: string): string {
  return text.replaceAll(
    /[^!-~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
