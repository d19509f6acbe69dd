/** What openids are read from when it is more than the box should hold: a file, or a very long paste. */
import { linesOfJson } from './read-json.ts';
import { type ReadOpenids, readColumn, readOpenids } from './read-openids.ts';
import { delimiterOf, readTable, type Table, tableOf } from './read-table.ts';

export type Source =
  | { kind: 'text'; name: string | null; text: string }
  | { kind: 'table'; name: string | null; sheets: Sheet[] };

export interface Sheet {
  /** Null where there is only one, without a name. */
  name: string | null;
  table: Table;
}

/** The sheet, and its column; null = every column. */
export interface Choice {
  sheet: number;
  column: number | null;
}

/** A text as a table when every line has the same kind of columns, else as it is. */
export function sourceOfText(name: string | null, text: string): Source {
  const fromJson = linesOfJson(text);
  if (fromJson !== null) return { kind: 'text', name, text: fromJson.join('\n') };
  const delimiter = delimiterOf(text);
  if (delimiter === null) return { kind: 'text', name, text };
  return { kind: 'table', name, sheets: [{ name: null, table: tableOf(readTable(text, delimiter)) }] };
}

/**
 * Cells pasted from a spreadsheet: only those with headings are a table. Lines of openids between commas or
 * tabs are a list.
 */
export function pastedTable(text: string): Source | null {
  const source = sourceOfText(null, text);
  if (source.kind === 'text') return null;
  return source.sheets[0]?.table.firstLine === 2 && source.sheets[0].table.guess !== null ? source : null;
}

/** Where the openids most likely are. */
export function guessedChoice(source: Source): Choice {
  const sheets = source.kind === 'table' ? source.sheets : [];
  const sheet = sheets.findIndex(({ table }) => table.guess !== null);
  return { sheet: Math.max(0, sheet), column: sheets[sheet]?.table.guess ?? null };
}

export function readSource(source: Source, choice: Choice): ReadOpenids {
  if (source.kind === 'text') return readOpenids(source.text);
  const table = source.sheets[choice.sheet]?.table;
  return table ? readColumn(table.rows, choice.column, table.firstLine) : readOpenids('');
}
