/**
 * Takes out of what is carried away whatever should not leave: secrets, tokens, codes, whole openids, the
 * user's name in a path. The host has redacted calls already; this holds also for what it missed.
 */
import { maskOpenid } from '../components/mask-openid.ts';

const REMOVED = '[removed]';

/** Names whose value is never to be told, whatever it looks like. */
const SECRET_NAME =
  /^(?:access_?token|refresh_?token|component_access_token|token|app_?secret|secret|secret_?hint|code|js_code|ticket|password|proxy_?password|proxy_?user|authorization|bearer|cookie|signature|sealed_?secret|key)$/i;
const PERSON_NAME = /^(?:openid|open_id|unionid|union_id|touser|fromusername)$/i;

const SECRET_NAMES =
  '(?:access_?token|refresh_?token|component_access_token|app_?secret|secret|code|js_code|ticket|password|authorization|bearer|signature|key)';
/** `access_token=…` in an address. */
const IN_ADDRESS = new RegExp(`([?&]${SECRET_NAMES}=)[^&#\\s"']+`, 'gi');
/** `"access_token":"…"` in text that is JSON, whole or cut, also within a JSON string. */
const IN_JSON = new RegExp(`(\\\\?"${SECRET_NAMES}\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, 'gi');
const PERSON_IN_JSON = /(\\?"(?:openid|unionid|touser)\\?"\s*:\s*\\?")([^"\\]+)/gi;
const PERSON_IN_ADDRESS = /([?&](?:openid|unionid)=)([^&#\s"']+)/gi;
/** WeChat's openids and unionids are 28 characters; the former begin with o. */
const OPENID = /(?<![A-Za-z0-9_-])o[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/g;
/** AppSecrets are 32 hex digits. */
const APP_SECRET = /(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9])/gi;
/** Access tokens and sealed values: long and without a word in them. */
const OPAQUE = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{60,}(?![A-Za-z0-9_-])/g;
const BEARER = /\b(Bearer\s+)[A-Za-z0-9._~+/=-]+/gi;
/** `https://user:password@host`. */
const USER_IN_ADDRESS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/?#\s@"']+@/gi;
const HOME = /(?:\/(?:home|Users)\/|[A-Za-z]:\\{1,2}Users\\{1,2})[^/\\\s"',]+/g;
const ROOT_HOME = /(?<![\w/.-])\/root(?=\/|$)/g;

/** One text without what should not leave. */
export function scrubText(text: string): string {
  return text
    .replace(USER_IN_ADDRESS, '$1')
    .replace(IN_ADDRESS, `$1${REMOVED}`)
    .replace(IN_JSON, `$1${REMOVED}`)
    .replace(BEARER, `$1${REMOVED}`)
    .replace(PERSON_IN_JSON, (_all, before: string, openid: string) => before + masked(openid))
    .replace(PERSON_IN_ADDRESS, (_all, before: string, openid: string) => before + masked(openid))
    .replace(OPENID, maskOpenid)
    .replace(APP_SECRET, REMOVED)
    .replace(OPAQUE, REMOVED)
    .replace(HOME, '~')
    .replace(ROOT_HOME, '~');
}

/** A value with every text in it scrubbed, and those that a name gives away taken out whole. */
export function scrubbed(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (SECRET_NAME.test(name)) return value === '' ? '' : REMOVED;
    return PERSON_NAME.test(name) ? masked(value) : scrubText(value);
  }
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scrubbed(inner, key)]));
}

/** The host may have masked it already. */
function masked(openid: string): string {
  return openid.includes('…') ? openid : maskOpenid(openid);
}
