/**
 * CSV as Excel and LibreOffice expect it: a byte order mark, or Chinese turns to noise; and no cell that they
 * would take for something else. The rule: an apostrophe stands before a text that begins with = + - @ (also
 * in full width), a tab or a carriage return, because it would run as a formula and `param` comes from the
 * internet; and before an openid or unionid that reads as a number, a date or a truth value, because it would
 * lose its zeros. WeChat's own openids begin with a letter and never need one.
 */
import { stringify } from 'csv-stringify/sync';
import { type Cell, type Chunk, type Column, pages, type Table } from './table.ts';

/** The library quotes only what holds its own line ending; a spreadsheet begins a new row, and a formula, at any. */
const layout = { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** What a spreadsheet reads as something other than text: it begins like a number, or is a truth value or a month. */
const READS_AS_VALUE = new RegExp(`^\\s*([\\d.,($¥€£¥]|(true|false|${MONTH}[-/ .]?\\d{1,4})\\s*$)`, 'i');

function cell<Row>(column: Column<Row>, row: Row): Cell {
  const value = column.value(row);
  return column.identifier && typeof value === 'string' && READS_AS_VALUE.test(value) ? `'${value}` : value;
}

export async function* writeCsv<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Chunk> {
  const heading = stringify([columns.map(({ name }) => name)], { ...layout, bom: true });
  yield { bytes: Buffer.from(heading), rows: 0 };
  let written = 0;
  for await (const page of pages(rows)) {
    const lines = page.map((row) => columns.map((column) => cell(column, row)));
    written += page.length;
    yield { bytes: Buffer.from(stringify(lines, layout)), rows: written };
  }
}
