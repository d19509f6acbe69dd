/**
 * CSV as Excel expects it: a byte order mark, or Chinese turns to noise, and nothing a visitor typed may run
 * as a formula (`param` comes from the internet).
 */
import { stringify } from 'csv-stringify/sync';
import type { Scan } from '#shared/model/scan.ts';
import { columns, pages } from './rows.ts';

const layout = { columns: [...columns], escape_formulas: true, record_delimiter: '\r\n' };

export async function* writeCsv(scans: Iterable<Scan>): AsyncGenerator<string> {
  yield stringify([], { ...layout, bom: true, header: true });
  for await (const page of pages(scans)) yield stringify(page, layout);
}
