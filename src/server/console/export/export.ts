/** The record as a file: one format per neighbour, chosen and headed here. */
import { Readable } from 'node:stream';
import type { Scans } from '#core/scans/scans.ts';
import type { ScanFilter } from '#shared/model/scan.ts';
import { writeCsv } from './csv.ts';
import { writeJsonLines } from './jsonl.ts';
import { mostRows, writeXlsx } from './xlsx.ts';

export type ExportFormat = 'csv' | 'jsonl' | 'xlsx';

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function isExportFormat(format: unknown): format is ExportFormat {
  return typeof format === 'string' && Object.hasOwn(contentTypes, format);
}

export interface ExportedFile {
  name: string;
  contentType: string;
  body: Readable | Buffer;
}

/** The file, or how many rows its format can hold when the scans are more than that. */
export async function exportScans(
  scans: Scans,
  format: ExportFormat,
  filter: ScanFilter,
): Promise<ExportedFile | { mostRows: number }> {
  const matching = scans.all(filter);
  const name = `followdesk-scans-${new Date().toISOString().slice(0, 10)}.${format}`;
  const contentType = contentTypes[format];
  if (format === 'csv') return { name, contentType, body: Readable.from(writeCsv(matching)) };
  if (format === 'jsonl') return { name, contentType, body: Readable.from(writeJsonLines(matching)) };
  const body = await writeXlsx(matching);
  return body === null ? { mostRows } : { name, contentType, body };
}
