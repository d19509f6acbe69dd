/**
 * Reads the JSON that WeChat really sends. Remarks, tag names and scenes may hold raw control characters or
 * broken UTF-8; such a reply is still an answer. A clean reply costs one JSON.parse and nothing more.
 * @see https://github.com/node-webot/co-wechat-api/issues/63
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const AFTER_BACKSLASH = '"\\/bfnrtu';

/** The value, or undefined (which JSON cannot say) when no JSON is to be had. Never throws. */
export function parseLeniently(bytes: Buffer): unknown {
  let text = bytes.toString('utf8');
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse quotes the text in its message, so nothing of the error is kept.
  }
  try {
    return JSON.parse(escapeControlCharacters(text));
  } catch {
    return undefined;
  }
}

/** Inside strings only: outside them a line break is white space, and `\/` is already right. */
function escapeControlCharacters(text: string): string {
  let escaped = '';
  let keptUntil = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) inString = !inString;
    else if (!inString) continue;
    else if (unit < FIRST_PRINTABLE) {
      escaped += `${text.slice(keptUntil, at)}\\u${unit.toString(16).padStart(4, '0')}`;
      keptUntil = at + 1;
    } else if (unit === BACKSLASH) {
      if (AFTER_BACKSLASH.includes(text.charAt(at + 1))) at++;
      else {
        escaped += `${text.slice(keptUntil, at)}\\\\`;
        keptUntil = at + 1;
      }
    }
  }
  return escaped + text.slice(keptUntil);
}
