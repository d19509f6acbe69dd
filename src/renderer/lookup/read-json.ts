/**
 * Openids in JSON: WeChat's own replies, what a program wrote, our own export. The rule: only what is called an
 * openid is one; a unionid looks just the same.
 */

const CALLED_OPENID = /^open[_-]?id(s|_?list)?$/i;

/** The openids line by line, as a list has them; null for what is no JSON, or names none. */
export function linesOfJson(text: string): string[] | null {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (!bare.startsWith('{') && !bare.startsWith('[')) return null;
  const whole = parse(bare);
  const lines =
    whole !== undefined
      ? openidsIn(whole)
      : text.split('\n').map((line) => (line.trim() === '' ? [] : openidsIn(parse(line))).join(' '));
  return lines.some((line) => line !== '') ? lines : null;
}

/** Of one thing told in parts (`user`, `raw`), the outermost openid; of a list, everybody's. */
function openidsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(openidsIn);
  const entries = Object.entries(value);
  const named = entries
    .filter(([name]) => CALLED_OPENID.test(name))
    .flatMap(([, held]) => (Array.isArray(held) ? held : [held]))
    .filter((held) => typeof held === 'string');
  return named.length > 0 ? named : entries.flatMap(([, held]) => openidsIn(held));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
