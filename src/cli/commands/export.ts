/** `followdesk export`: which file is meant, and its parts written as they arrive. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { ExportFormat, type ExportPart } from '#shared/contract/exports.ts';
import { oneOf } from '../arguments.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { CannotWrite, CutShort } from '../failures.ts';
import { Refused } from '../refused.ts';
import { writeWhole } from '../whole-file.ts';
import { scansMeant } from './filter.ts';

type Begin = Extract<ExportPart, { kind: 'begin' }>;

function formatMeant({ given, text }: Context): ExportFormat {
  const said = oneOf('--format', given.format, ExportFormat.options, text);
  const ending = ExportFormat.options.find((format) => `.${format}` === extname(given.out ?? ''));
  const format = said ?? ending;
  if (format === undefined) throw new Refused(text.whichFormat);
  return format;
}

async function openParts(context: Context): Promise<AsyncIterable<ExportPart>> {
  const { client, given, words, text, signal } = context;
  const [what] = words;
  if (what !== 'scans' && what !== 'lookup') throw new Refused(text.whatToExport);
  const choices = { format: formatMeant(context), mask: given.mask ?? false };
  if (what === 'scans') {
    if (given.id !== undefined) throw new Refused(text.notAnOption('--id', 'export scans'));
    return client.exports.scans({ ...choices, filter: await scansMeant(context) }, { signal });
  }
  if (given.id === undefined) throw new Refused(text.lookupId);
  return client.exports.lookup({ ...choices, id: given.id }, { signal });
}

/** What the file is, and everything after that. */
async function begun(
  parts: AsyncIterable<ExportPart>,
): Promise<{ begin: Begin; rest: AsyncIterable<ExportPart> }> {
  const iterator = parts[Symbol.asyncIterator]();
  const { value: begin, done } = await iterator.next();
  if (done || begin.kind !== 'begin') throw new CutShort();
  return { begin, rest: { [Symbol.asyncIterator]: () => iterator } };
}

/** Hands on the bytes, says how far it is, and answers how many rows there were. */
async function copy(
  { begin, rest }: Awaited<ReturnType<typeof begun>>,
  { terminal, text }: Context,
  write: (bytes: Buffer) => Promise<unknown>,
): Promise<number> {
  for await (const part of rest) {
    if (part.kind === 'end') return part.rows;
    if (part.kind === 'begin') continue;
    await write(Buffer.from(part.data, 'base64'));
    terminal.progress(text.exportProgress(part.rows, Math.max(begin.rows, part.rows)));
  }
  throw new CutShort();
}

/** Where it goes. @throws CannotWrite */
function fileMeant({ given }: Context, { fileName }: Begin): string {
  if (given.out !== undefined) return given.out;
  // Only the last part of the host's name: it chooses a name, never a folder.
  const file = basename(fileName);
  if (existsSync(file)) throw new CannotWrite(file, Object.assign(new Error(file), { code: 'EEXIST' }));
  return file;
}

export async function exportFile(context: Context): Promise<number> {
  const { given, terminal, text } = context;
  const parts = await begun(await openParts(context));
  if (given.out === '-') {
    await copy(parts, context, (bytes) => terminal.outBytes(bytes));
    return exitCodes.ok;
  }
  const file = fileMeant(context, parts.begin);
  const rows = await writeWhole(file, (write) => copy(parts, context, write));
  terminal.say(text.exported(rows, file));
  return exitCodes.ok;
}
