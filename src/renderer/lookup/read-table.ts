/**
 * Text with columns (CSV, TSV, cells copied from a spreadsheet) as rows of cells, and which column holds the
 * openids. Quotes are honoured as RFC 4180 says; a quote inside a plain cell is just a quote.
 */

const DELIMITERS = ['\t', ',', ';', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_LINES = 50;
const SAMPLE_ROWS = 2_000;
const LOOKS_LIKE_OPENID = /(?<![\w-])o[\w-]{27}(?![\w-])/;

/** What separates the columns; null for text without any. */
export function delimiterOf(text: string): Delimiter | null {
  const lines: string[] = [];
  for (let start = 0; lines.length < SAMPLE_LINES && start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push(line);
    start = end + 1;
  }
  if (lines.length < 2) return null;
  // Every line must have it: a sentence with a comma is no table.
  return DELIMITERS.find((delimiter) => lines.every((line) => line.includes(delimiter))) ?? null;
}

/** Rows of cells. A quoted cell keeps its delimiters, line breaks and doubled quotes. */
export function readTable(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : { text: '', end: at };
    // Whatever stands between the closing quote and the delimiter belongs to the cell as well.
    const plain = plainCell(text, quoted.end, delimiter);
    row.push(quoted.text + plain.text);
    at = plain.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainCell(text: string, start: number, delimiter: Delimiter) {
  let end = start;
  while (end < text.length) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
    end += 1;
  }
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number) {
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { text: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
  return { text: cell, end: at };
}

export interface Column {
  index: number;
  /** Its heading; null where the table has none. */
  heading: string | null;
  /** The share of the first rows that look like openids, from 0 to 1. */
  share: number;
}

export interface Table {
  /** Without the headings. */
  rows: string[][];
  /** The line of `rows[0]`, from 1. */
  firstLine: number;
  columns: Column[];
  /** The column whose values are openids, else the one that is called so; null when there is neither. */
  guess: number | null;
}

/** Finds headings and columns in rows of cells. */
export function tableOf(cells: string[][]): Table {
  const first = cells[0] ?? [];
  const rest = cells.slice(1);
  // Headings are words; with nothing below them they would be all there is.
  const hasHeadings =
    rest.length > 0 && first.some((cell) => cell.trim() !== '') && !first.some(looksLikeOpenid);
  const rows = hasHeadings ? rest : cells;
  const sample = rows.slice(0, SAMPLE_ROWS);
  const width = sample.reduce((widest, row) => Math.max(widest, row.length), first.length);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const filled = sample.filter((row) => (row[index] ?? '').trim() !== '');
    const found = filled.filter((row) => looksLikeOpenid(row[index] ?? '')).length;
    return {
      index,
      heading: (hasHeadings && first[index]?.trim()) || null,
      share: filled.length === 0 ? 0 : found / filled.length,
    };
  });
  const best = columns.toSorted((a, b) => rank(b) - rank(a))[0];
  return {
    rows,
    firstLine: hasHeadings ? 2 : 1,
    columns,
    guess: (best && best.share > 0 ? best : columns.find(isCalledOpenid))?.index ?? null,
  };
}

/** A unionid looks just like an openid: only the heading tells. */
function rank(column: Column): number {
  const { share } = column;
  if (share === 0) return 0;
  if (isCalledUnionid(column)) return share / 10;
  return isCalledOpenid(column) ? share + 1 : share;
}

export function isCalledUnionid({ heading }: Column): boolean {
  return heading !== null && /union/i.test(heading);
}

function isCalledOpenid({ heading }: Column): boolean {
  return heading !== null && /open[\s_-]?id/i.test(heading);
}

function looksLikeOpenid(cell: string): boolean {
  return LOOKS_LIKE_OPENID.test(cell);
}

/** `A`, `B`, …, `AA`, as spreadsheets name their columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
