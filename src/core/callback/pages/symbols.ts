/** The one big symbol of each page. Verdicts differ in shape, not only in colour: about one man in twelve confuses red and green. */
import { type Html, html, trusted } from './html.ts';

const SHAPES = {
  /** 已关注: a check. */
  followed: '<path d="m25 50 16 16 31-34"/>',
  /** 未关注: a person with a plus. */
  not_followed:
    '<circle cx="40" cy="33" r="14"/><path d="M14 77c2-16 12-25 26-25 5 0 9 1 12 3M75 54v26M62 67h26"/>',
  /** 未知: a question mark. */
  unknown: '<path d="M33 36c0-10 7-16 16-16s16 6 16 15c0 12-16 12-16 26"/><path d="M49 78v.5"/>',
  /** A code that is too old. */
  clock: '<circle cx="48" cy="48" r="31"/><path d="M48 29v20l13 9"/>',
  /** A link that leads nowhere. */
  broken:
    '<path d="M41 31l9-9a17 17 0 0 1 24 24l-9 9M55 65l-9 9a17 17 0 0 1-24-24l9-9M30 22l4 8M66 74l-4-8"/>',
  /** Speech bubbles: this belongs inside WeChat. */
  chat: '<path d="M40 62c-4 0-7-1-10-2l-12 6 4-11c-5-5-8-10-8-16 0-14 12-24 27-24s26 9 27 22"/><path d="M82 61c0-11-10-19-22-19s-21 8-21 19 9 19 21 19c3 0 6 0 8-1l10 5-3-9c4-3 7-8 7-14Z"/>',
  /** Too many phones at once. */
  busy: '<path d="M28 16h40M28 80h40M33 16c0 20 30 26 30 44v20M63 16c0 20-30 26-30 44v20"/>',
  /** Something of ours is broken. */
  alert: '<path d="M48 16 84 78H12Z"/><path d="M48 39v18M48 68v.5"/>',
} as const;

export type SymbolName = keyof typeof SHAPES;

export function symbol(name: SymbolName): Html {
  return html`<svg viewBox="0 0 96 96" aria-hidden="true">${trusted(SHAPES[name])}</svg>`;
}
