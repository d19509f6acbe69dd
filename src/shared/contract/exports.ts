/**
 * Files made while they are read: the same on both hosts, one page of rows after another, so that a million
 * rows never stand in memory. Over HTTP `GET /scans/export` and `GET /lookups/{id}/export` give the same files.
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ScanFilter } from '../model/scan.ts';
import { procedure } from './errors.ts';

export const ExportFormat = z.enum(['csv', 'xlsx', 'jsonl']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportOptions = z.object({
  format: ExportFormat,
  /** Openids and unionids by their first and last four characters only. */
  mask: z.boolean().default(false),
});

/** First what the file is, then its bytes in order (base64), each with how many rows are written. */
export const ExportPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begin'), fileName: z.string(), contentType: z.string(), rows: z.number() }),
  z.object({ kind: z.literal('bytes'), data: z.string(), rows: z.number() }),
  z.object({ kind: z.literal('end'), rows: z.number() }),
]);
export type ExportPart = z.infer<typeof ExportPart>;

export const exports = {
  scans: procedure
    .route({ method: 'POST', path: '/exports/scans' })
    .input(ExportOptions.extend({ filter: ScanFilter.default({}) }))
    .output(eventIterator(ExportPart)),
  lookup: procedure
    .route({ method: 'POST', path: '/exports/lookup' })
    .input(ExportOptions.extend({ id: z.string() }))
    .output(eventIterator(ExportPart)),
};
