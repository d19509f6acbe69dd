/**
 * What must not be kept is taken out of text here, for the log and for the inspector alike: by name, wherever
 * a name stands beside its value (addresses; JSON, whole, broken or inside another text; XML; headers). The
 * rule: rather a harmless value lost than a secret kept. The system's own codes and numbers stay readable.
 */

export const REDACTED = '[redacted]';

/** `appSecret`, `access_token`, `jsapi_ticket`, `msg_signature`, … by their last word; short names as they are. */
const LAST_WORD = 'secret|token|ticket|signature|password|authorization|bearer|cookie';
const SECRET = `(?:[\\w-]*(?:${LAST_WORD})|js_code|code|key|link)`;
const OPENID = '(?:[\\w-]*openid(?:_list)?|unionid|touser)';

/** A name begins here: after no letter, unless that is the end of `%26`. */
const BEGIN = '(?:(?<![\\w-])|(?<=%[0-9a-f]{2}))';
/** In JSON inside JSON quotes are escaped, in a page they may be entities. */
const QUOTE = '(?:\\\\*["\']|&quot;|&#0?3[49];)';
const COLON = `${QUOTE}\\s*:\\s*`;
/** One character as JSON writes it, in JSON inside JSON too, where an escape takes up to three backslashes. */
const CHARACTER = '(?:\\\\\\\\\\\\[\\s\\S]|\\\\[\\s\\S]|[\\s\\S])';
/** As far as the quote that opened it, or to where the text was cut. */
const STRING = `(?<open>${QUOTE})(?<value>(?:(?!\\k<open>)${CHARACTER})*)(?<close>\\k<open>|$)`;
/** What a list holds. Nothing follows it in a pattern, so nothing here is ever tried twice. */
const ITEMS = '(?:"(?:\\\\[\\s\\S]|[^"\\\\])*"|[^\\]])*';

/** Most lines of a log have none, and then cost next to nothing. */
const anySuspect = new RegExp(`(?:${LAST_WORD}|code|key|link)[\\\\"'&=%>:]|(?:bearer|basic)\\s`, 'i');
const anyString = new RegExp(STRING, 'gi');
/** What Node, SQLite and this app call a `code`, such as ECONNRESET. */
const systemCode = /^[A-Z][A-Z0-9_]*$/;

const secretIn = places(SECRET);
const openidIn = places(OPENID);
const secretNumber = new RegExp(`(${BEGIN}(?:[\\w-]*(?:${LAST_WORD})|key)${COLON})-?\\d[\\d.e+]*`, 'gi');
const secretInXml = new RegExp(`(<${SECRET}>\\s*(?:<!\\[CDATA\\[)?)(?!\\[redacted\\])[^<\\]]+`, 'gi');
const secretInHeader = /\b((?:proxy-)?authorization|(?:set-)?cookie)(:\s*)[^\r\n"'\\<]+/gi;
const scheme = /\b(Bearer|Basic)\s+[^\s"'\\<,;]+/gi;
/** As real ones look, wherever they stand: 28 characters, those of an open platform up to 29. */
const openidAnywhere = /(?<![\w-])o[\w-]{27,28}(?![\w-])/g;

/** Where a name stands with its value: `head` ends where the value begins. */
function places(name: string) {
  return {
    json: new RegExp(`(?<head>${BEGIN}${name}${COLON})${STRING}`, 'gi'),
    list: new RegExp(`(?<head>${BEGIN}${name}${COLON}\\[)(?<value>${ITEMS})`, 'gi'),
    /** Also when the whole address is a parameter of another. */
    address: new RegExp(`(?<head>${BEGIN}${name}(?:=|%3D))(?<value>(?:(?!%26|%23)[^&\\s"'\\\\<>#])+)`, 'gi'),
  };
}

/** Whether a field or parameter of this name holds what must not be kept. */
export function isSecretName(name: string): boolean {
  return new RegExp(`^${SECRET}$`, 'i').test(name);
}

export function isOpenidName(name: string): boolean {
  return new RegExp(`^${OPENID}$`, 'i').test(name);
}

/** The same text without secrets, tokens, tickets, signatures, passwords and codes. */
export function redact(text: string): string {
  if (!anySuspect.test(text)) return text;
  return text
    .replace(secretIn.json, (whole, ...rest) => {
      const { head = '', open = '', value = '', close = '' } = groupsOf(rest);
      if (systemCode.test(value) && /code\W+$/i.test(head)) return whole;
      return head + open + REDACTED + close;
    })
    .replace(secretNumber, `$1"${REDACTED}"`)
    .replace(secretIn.list, (whole, ...rest) => {
      const { head = '', value = '' } = groupsOf(rest);
      return value.trim() === '' ? whole : `${head}"${REDACTED}"`;
    })
    .replace(secretIn.address, (_whole, ...rest) => groupsOf(rest).head + REDACTED)
    .replace(secretInXml, `$1${REDACTED}`)
    .replace(secretInHeader, `$1$2${REDACTED}`)
    .replace(scheme, `$1 ${REDACTED}`);
}

/** The same text with every openid and unionid masked. */
export function maskOpenids(text: string): string {
  return text
    .replace(openidIn.json, (_whole, ...rest) => {
      const { head = '', open = '', value = '', close = '' } = groupsOf(rest);
      return head + open + maskOpenid(value) + close;
    })
    .replace(openidIn.list, (_whole, ...rest) => {
      const { head = '', value = '' } = groupsOf(rest);
      return (
        head +
        value.replace(anyString, (_string, ...parts) => {
          const { open = '', value: openid = '', close = '' } = groupsOf(parts);
          return open + maskOpenid(openid) + close;
        })
      );
    })
    .replace(openidIn.address, (_whole, ...rest) => {
      const { head = '', value = '' } = groupsOf(rest);
      return head + maskOpenid(value);
    })
    .replace(openidAnywhere, maskOpenid);
}

const HEAD = 5;
const TAIL = 4;

/** `o6_bm…fL2M`, as the console shows it; of a short one nothing. A masked one stays as it is. */
export function maskOpenid(openid: string): string {
  if (openid === '') return '';
  const characters = [...openid];
  if (characters.length <= HEAD + TAIL) return '…';
  return `${characters.slice(0, HEAD).join('')}…${characters.slice(-TAIL).join('')}`;
}

function groupsOf(matched: unknown[]): Record<string, string | undefined> {
  return matched.at(-1) as Record<string, string | undefined>;
}
