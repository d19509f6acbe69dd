/**
 * An export feed becomes a file. A long one is written to disk as it comes, where the browser can do that, so
 * that a million rows never stand in memory; a short one goes to the folder for downloads like every other file.
 */
import type { ExportPart } from '#shared/contract/exports.ts';
import { saveFile } from './save-file.ts';

/** From here on asking where to write is worth a dialog. */
const LONG_ROWS = 20_000;

export interface ExportProgress {
  written: number;
  rows: number;
}

export interface SaveExport {
  /** Opens the feed: `(signal) => client.exports.lookup(input, { signal })`. */
  open: (signal: AbortSignal) => Promise<AsyncIterable<ExportPart>>;
  /** What the file is called if nobody says otherwise, with its ending. */
  name: string;
  /** How many rows are expected, as well as that is known. */
  rows: number;
  onProgress: (progress: ExportProgress) => void;
  signal: AbortSignal;
}

/** Where bytes go: a file on disk, or memory until all are there. */
interface Sink {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  close: (begin: Begin) => Promise<void>;
  /** Leaves nothing behind. */
  abort: () => Promise<void>;
}

type Begin = Extract<ExportPart, { kind: 'begin' }>;

/** The feed ended before its last part: what was written is not the whole. */
export class ExportCutShort extends Error {
  override readonly name = 'ExportCutShort';
}

/**
 * Must be called from a click: browsers ask for one before they show a dialog. Resolves to `canceled` when the
 * operator changed their mind, in the dialog or by the signal; rejects with what went wrong. Either way no half
 * file is left.
 */
export async function saveExport(request: SaveExport): Promise<'saved' | 'canceled'> {
  const sink = await openSink(request);
  if (sink === null) return 'canceled';
  try {
    await sink.close(await copyParts(request, sink));
    return 'saved';
  } catch (error) {
    await sink.abort();
    if (request.signal.aborted) return 'canceled';
    throw error;
  }
}

async function copyParts({ open, onProgress, signal }: SaveExport, sink: Sink): Promise<Begin> {
  let begin: Begin | null = null;
  for await (const part of await open(signal)) {
    signal.throwIfAborted();
    if (part.kind === 'begin') {
      begin = part;
      onProgress({ written: 0, rows: part.rows });
    } else if (part.kind === 'bytes') {
      await sink.write(bytesOf(part.data));
      onProgress({ written: part.rows, rows: Math.max(part.rows, begin?.rows ?? 0) });
    } else if (begin !== null) {
      onProgress({ written: part.rows, rows: part.rows });
      return begin;
    }
  }
  signal.throwIfAborted();
  throw new ExportCutShort('The export ended before its last part');
}

/** Null when the operator closed the dialog. */
async function openSink({ name, rows }: SaveExport): Promise<Sink | null> {
  if (rows < LONG_ROWS || !('showSaveFilePicker' in window)) return memorySink();
  try {
    const handle = await (window as WithFilePicker).showSaveFilePicker({ suggestedName: name });
    const file = await handle.createWritable();
    return { write: (bytes) => file.write(bytes), close: () => file.close(), abort: () => file.abort() };
  } catch (error) {
    // Everything but a closed dialog means that this browser will not have it.
    return error instanceof DOMException && error.name === 'AbortError' ? null : memorySink();
  }
}

function memorySink(): Sink {
  let parts: Blob[] = [];
  return {
    // As blobs, so that a browser may put them on disk.
    write: async (bytes) => void parts.push(new Blob([bytes])),
    close: async ({ fileName, contentType }) => saveFile(new Blob(parts, { type: contentType }), fileName),
    abort: async () => {
      parts = [];
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Not in TypeScript's own types, as only some browsers have it. */
interface WithFilePicker {
  showSaveFilePicker: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}
