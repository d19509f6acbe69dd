/**
 * The openids in whatever an operator has: a list, a sentence, addresses, JSON, a column. The rule: nothing is
 * lost in silence. A line that ought to hold an openid and does not is reported with its number.
 */
import { linesOfJson } from './read-json.ts';

/** `o` and 27 of `[A-Za-z0-9_-]`, as every openid of an Official Account looks; a dash may lead a list's item. */
const OPENID = /(?<![\w-])[-_]*?(o[\w-]{27})(?![\w-])/g;
const ONE_OPENID = /^\s*["'“]?(o[\w-]{27})["'”]?\s*[,;，；、]?\s*$/;
/** Cut short, or with a character too many: it was meant to be one. */
const NEARLY = /(?<![\w-])o[\w-]{19,39}(?![\w-])/g;
const SEPARATORS = /[\s,;|，；、]+/;
const HEADER = /open[\s_-]?id|用户|粉丝|会员|标识/i;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** What the contract takes as one openid. */
const LONGEST = 128;

export interface Stray {
  /** From 1, as editors and spreadsheets count. */
  line: number;
  text: string;
  /** How many different openids came before it. */
  after: number;
}

/** One that came before. */
export interface Repeat {
  line: number;
  openid: string;
  /** The line where it stood first. */
  first: number;
}

export interface ReadOpenids {
  /** Different ones, in the order given. */
  openids: string[];
  repeats: Repeat[];
  /** What is no openid though it stands where one should. */
  strays: Stray[];
}

/** Reads a text of any kind, line by line. 100,000 lines take about a tenth of a second. */
export function readOpenids(text: string): ReadOpenids {
  const collector = createCollector();
  const fromJson = linesOfJson(text);
  if (fromJson !== null) {
    for (const [index, listed] of fromJson.entries()) collector.add(index + 1, listed);
    return collector.read;
  }
  let line = 0;
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    line += 1;
    collector.add(line, text.slice(start, end));
    start = end + 1;
  }
  return collector.read;
}

/** Reads the cells of a column, or of every column when `column` is null; `firstLine` is the line of `rows[0]`. */
export function readColumn(rows: readonly string[][], column: number | null, firstLine: number): ReadOpenids {
  const collector = createCollector();
  for (const [index, row] of rows.entries()) {
    const cells = column === null ? row : [row[column] ?? ''];
    for (const cell of cells) collector.add(firstLine + index, cell);
  }
  return collector.read;
}

/** The openids with the strays among them where they stood, for who wants WeChat to judge. */
export function withStrays({ openids, strays }: ReadOpenids): string[] {
  const all = new Set<string>();
  let next = 0;
  for (const { text, after } of strays) {
    for (; next < after; next += 1) all.add(openids[next] ?? '');
    all.add(text);
  }
  for (; next < openids.length; next += 1) all.add(openids[next] ?? '');
  return [...all];
}

/** What a masked export has where openids were: `o6_bm…fL2M`. */
export function isMasked({ text }: Stray): boolean {
  return /^\S{2,8}…\S{2,8}$/.test(text);
}

/** True for a text that is one openid and nothing else. */
export function isOpenid(text: string): boolean {
  return /^o[\w-]{27}$/.test(text);
}

function createCollector() {
  const lines = new Map<string, number>();
  const read: ReadOpenids = { openids: [], repeats: [], strays: [] };
  let begun = false;

  function take(line: number, openid: string): void {
    const first = lines.get(openid);
    if (first !== undefined) {
      read.repeats.push({ line, openid, first });
      return;
    }
    lines.set(openid, line);
    read.openids.push(openid);
  }
  function reject(line: number, text: string): void {
    read.strays.push({ line, text: tidy(text).slice(0, LONGEST), after: read.openids.length });
  }
  function add(line: number, raw: string): void {
    const alone = ONE_OPENID.exec(raw)?.[1];
    if (alone !== undefined) {
      begun = true;
      take(line, alone);
      return;
    }
    if (!SAYS_SOMETHING.test(raw)) return;
    const text = unescaped(raw);
    const found = [...text.matchAll(OPENID)].map(([, openid = '']) => openid);
    const isHeader = !begun && found.length === 0 && HEADER.test(text);
    begun = true;
    if (isHeader) return;
    if (found.length === 0) reject(line, text);
    else for (const piece of brokenOnes(text, found)) reject(line, piece);
    for (const openid of found) take(line, openid);
  }
  return { read, add };
}

/** On a line that has openids: all else in a plain list of them; elsewhere only what nearly is one. */
function brokenOnes(text: string, found: readonly string[]): string[] {
  const pieces = text.split(SEPARATORS).map(tidy).filter(Boolean);
  const others = pieces.filter((piece) => piece.search(OPENID) === -1);
  if (others.length < found.length && pieces.length === others.length + found.length) return others;
  return [...text.matchAll(NEARLY)].map(([piece]) => piece).filter((piece) => !isOpenid(piece));
}

/** Addresses carry openids escaped, sometimes twice. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && plain.includes('%'); round += 1) {
    plain = plain.replaceAll(/%([2-7][0-9a-f])/gi, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return plain;
}

function tidy(text: string): string {
  return text.replaceAll(/^[\s"'“”[\](){}\uFEFF\u200B]+|[\s"'“”[\](){},;，；、\uFEFF\u200B]+$/g, '');
}
