/**
 * An XLSX file as sheets of text cells. It is unpacked here, not by the reader: what that uses starts workers
 * from blobs, which the console's content security policy refuses, and then never ends.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';

export interface WorkbookSheet {
  name: string;
  rows: string[][];
}

/** Throws when it is no workbook. */
export async function readWorkbook(file: ArrayBuffer): Promise<WorkbookSheet[]> {
  const unpacked = unzipSync(new Uint8Array(file), { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  for (const [path, xml] of Object.entries(unpacked)) {
    if (path.startsWith('xl/worksheets/')) unpacked[path] = withFaultsAsText(xml);
  }
  const { buffer } = zipSync(unpacked, { level: 0 });
  // Numbers stay as they are written: a long one would lose digits.
  const sheets = await readSheets(buffer, { parseNumber: (digits) => digits });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asText)) }));
}

/** One formula without an answer (#N/A) would cost the whole workbook: the reader throws at such a cell. */
function withFaultsAsText(xml: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = strFromU8(xml);
  return text.includes(' t="e"') ? strToU8(text.replaceAll(' t="e"', ' t="str"')) : xml;
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
}
