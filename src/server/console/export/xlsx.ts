/**
 * An Excel workbook. Every text cell is stored as text, so an openid of digits stays whole and a formula
 * stays a string. The library builds the sheet in one go, in memory, while no phone is answered: beyond
 * `mostRows` the other formats are offered instead.
 */
import type { Row } from 'write-excel-file/node';
import type { Scan } from '#shared/model/scan.ts';
import { columns, pages } from './rows.ts';

export const mostRows = 50_000;

function cell(value: string | number | null): Row[number] {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** The workbook, or null when there are more than `mostRows` scans. */
export async function writeXlsx(scans: Iterable<Scan>): Promise<Buffer | null> {
  const rows: Row[] = [columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }))];
  for await (const page of pages(scans)) {
    if (rows.length + page.length > mostRows + 1) return null;
    for (const scan of page) rows.push(columns.map((name) => cell(scan[name])));
  }
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(rows, { sheet: 'scans', stickyRowsCount: 1 }).toBuffer();
}
