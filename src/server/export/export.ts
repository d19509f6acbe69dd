/**
 * The record as a file: which formats there are, what a file is called, and the two ways out of the host:
 * as bytes over HTTP, as parts over the contract. The rule: a file is made as fast as it is taken and no faster.
 */
import type { App } from '#core/app.ts';
import type { ExportFormat, ExportOptions, ExportPart } from '#shared/contract/exports.ts';
import type { ScanFilter } from '#shared/model/scan.ts';
import { writeCsv } from './csv.ts';
import { writeJsonLines } from './jsonl.ts';
import { lookupTable } from './lookup-table.ts';
import { scansTable } from './scans-table.ts';
import type { Chunk, Table, Writer } from './table.ts';
import { writeXlsx } from './xlsx.ts';

export type ExportChoices = ReturnType<typeof ExportOptions.parse>;
export type ScansExport = ExportChoices & { filter: ScanFilter };
export type LookupExport = ExportChoices & { id: string };

export interface ExportedFile {
  fileName: string;
  contentType: string;
  chunks: AsyncGenerator<Chunk>;
}

export const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const writers: Record<ExportFormat, Writer> = {
  csv: writeCsv,
  jsonl: writeJsonLines,
  xlsx: (table) => writeXlsx(table),
};

function fileOf<Row>(table: Table<Row>, { format, mask }: ExportChoices, noun: string): ExportedFile {
  const day = new Date().toISOString().slice(0, 10);
  const fileName = `followdesk-${noun}-${day}${mask ? '-masked' : ''}.${format}`;
  return { fileName, contentType: contentTypes[format], chunks: writers[format](table) };
}

export function scansFile(app: App, input: ScansExport): ExportedFile {
  return fileOf(scansTable(app, input), input, 'scans');
}

/** @throws NotFound */
export function lookupFile(app: App, input: LookupExport): ExportedFile {
  return fileOf(lookupTable(app, input), input, 'lookup');
}

/** The file's parts; ends after the part under way when the signal aborts. `begin` says how many rows to expect. */
async function* partsOf(
  { fileName, contentType, chunks }: ExportedFile,
  expected: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportPart> {
  yield { kind: 'begin', fileName, contentType, rows: expected };
  let written = 0;
  for await (const { bytes, rows } of chunks) {
    if (signal?.aborted) return;
    written = rows;
    yield { kind: 'bytes', data: bytes.toString('base64'), rows };
  }
  yield { kind: 'end', rows: written };
}

/** Every matching scan, newest first. @throws StorageFailed */
export async function* exportScans(
  app: App,
  input: ScansExport,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportPart> {
  const { scanned, annulled } = await app.scans.summary(input.filter);
  yield* partsOf(scansFile(app, input), scanned + annulled, signal);
}

/** A look-up's answers, in the order given. @throws NotFound before the first part, StorageFailed */
export function exportLookup(
  app: App,
  input: LookupExport,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportPart> {
  return partsOf(lookupFile(app, input), app.lookups.get(input.id).answered, signal);
}
