/** An app of which exports read what they need: scans, names, and one look-up. */
import type { App } from '#core/app.ts';
import { type ExportedFile, exportScans } from '#server/export/export.ts';
import type { ExportFormat, ExportPart } from '#shared/contract/exports.ts';
import type { LookupRow } from '#shared/model/lookup.ts';
import type { Scan } from '#shared/model/scan.ts';

export function anApp(scans: Iterable<Scan>): App {
  const said = {
    scans: { all: () => scans, summary: () => ({ scanned: 2, annulled: 1 }) },
    entries: { list: () => [{ id: 'e1', name: '=大门' }] },
    accounts: { list: () => [{ id: 'a1', name: '测试号' }] },
  };
  return said as unknown as App;
}

export function appWithLookup(rows: readonly LookupRow[]): App {
  const lookups = { get: () => ({ answered: rows.length }), rows: () => rows };
  return { lookups } as unknown as App;
}

export async function bytesOf({ chunks }: Pick<ExportedFile, 'chunks'>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const { bytes } of chunks) read.push(bytes);
  return Buffer.concat(read);
}

export async function partsOf(app: App, format: ExportFormat, mask = false): Promise<ExportPart[]> {
  const parts: ExportPart[] = [];
  for await (const part of exportScans(app, { format, mask, filter: {} }, undefined)) parts.push(part);
  return parts;
}
