/**
 * Exported files over HTTP, sent while they are read from the disk. The rule: what is wrong with the question is
 * answered before the first byte; after that a failure can only cut the connection, so it goes to the log.
 */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { NotFound } from '#core/errors.ts';
import { ExportFormat } from '#shared/contract/exports.ts';
import { ScanFilter } from '#shared/model/scan.ts';
import { type ExportChoices, type ExportedFile, lookupFile, scansFile } from '../export/export.ts';
import { sendError } from './json-errors.ts';

interface Host {
  app: App;
  logger: Logger;
}

interface Issue {
  path: string[];
  message: string;
}

const truths = new Map<unknown, boolean>([
  [undefined, false],
  ['false', false],
  ['0', false],
  ['true', true],
  ['1', true],
]);

/** What of the question is about the file itself, and what is wrong with that. */
function readChoices(request: FastifyRequest): { choices: ExportChoices; issues: Issue[] } {
  const asked = request.query as { format?: unknown; mask?: unknown };
  const format = ExportFormat.safeParse(asked.format);
  const mask = truths.get(asked.mask);
  const issues: Issue[] = [];
  if (!format.success) issues.push({ path: ['format'], message: 'Expected csv, xlsx or jsonl' });
  if (mask === undefined) issues.push({ path: ['mask'], message: 'Expected true or false' });
  // Never used with an issue beside it; hiding too much is the harmless mistake.
  return { choices: { format: format.data ?? 'csv', mask: mask ?? true }, issues };
}

function sendFile({ fileName, contentType, chunks }: ExportedFile, logger: Logger, reply: FastifyReply) {
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of chunks) yield chunk.bytes;
    } catch (error) {
      logger.error({ err: error, fileName }, 'an export was cut short');
      throw error;
    }
  }
  return reply
    .header('Content-Type', contentType)
    .header('Content-Disposition', `attachment; filename="${fileName}"`)
    .header('Cache-Control', 'no-store')
    .send(Readable.from(bytes(), { objectMode: false }));
}

export function sendScansExport({ app, logger }: Host, request: FastifyRequest, reply: FastifyReply) {
  const { choices, issues } = readChoices(request);
  const filter = ScanFilter.safeParse(request.query);
  for (const { path, message } of filter.error?.issues ?? [])
    issues.push({ path: path.map(String), message });
  if (issues.length > 0 || !filter.success) return sendError(reply, 400, { data: { issues } });
  return sendFile(scansFile(app, { ...choices, filter: filter.data }), logger, reply);
}

export function sendLookupExport(
  { app, logger }: Host,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { choices, issues } = readChoices(request);
  if (issues.length > 0) return sendError(reply, 400, { data: { issues } });
  try {
    return sendFile(lookupFile(app, { ...choices, id }), logger, reply);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return sendError(reply, 404, { message: 'There is no such thing', data: { kind: error.kind, id } });
  }
}
