/** Finding a code in the catalogue by its number or by a word of what it means. */
import type { ErrorCode } from '#shared/model/error-codes.ts';

export type Family = ErrorCode['family'] | 'all';

/** Every word must be found; a number finds the codes that begin with it. Both languages are searched. */
export function filterCodes(codes: readonly ErrorCode[], typed: string, family: Family): ErrorCode[] {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return codes.filter(
    (entry) => (family === 'all' || entry.family === family) && words.every((word) => has(entry, word)),
  );
}

function has({ code, errmsg, meaning, remedy }: ErrorCode, word: string): boolean {
  if (/^-?\d+$/.test(word) && String(code).startsWith(word)) return true;
  return [errmsg, meaning.zh, meaning.en, remedy.zh, remedy.en].some((text) =>
    text.toLowerCase().includes(word),
  );
}
