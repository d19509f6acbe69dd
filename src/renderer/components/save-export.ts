/**
 * An export feed becomes a file. A long one is written to disk as it comes, where the browser can do that, so
 * that a million rows never stand in memory; a short one goes to the folder for downloads like every other file.
 */
import type { ExportPart } from '#shared/contract/exports.ts';
import { fileName, saveFile } from './save-file.ts';

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
  name: string;
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  close: (contentType: string) => Promise<void>;
  /** Leaves nothing behind. */
  abort: () => Promise<void>;
}

/** The feed ended before its last part: what was written is not the whole. */
export class ExportCutShort extends Error {
  override readonly name = 'ExportCutShort';
}

/** What became of it. `name` is what the file is called: in a dialog the operator may call it otherwise. */
export type ExportOutcome = { kind: 'saved'; name: string; rows: number } | { kind: 'canceled' };

/**
 * Must be called from a click: browsers ask for one before they show a dialog. Resolves to `canceled` when the
 * operator changed their mind, in the dialog or by the signal; rejects with what went wrong. Either way no half
 * file is left.
 */
export async function saveExport(request: SaveExport): Promise<ExportOutcome> {
  const sink = await openSink(request);
  if (sink === null) return { kind: 'canceled' };
  try {
    const { contentType, rows } = await copyParts(request, sink);
    await sink.close(contentType);
    return { kind: 'saved', name: sink.name, rows };
  } catch (error) {
    await sink.abort();
    if (request.signal.aborted) return { kind: 'canceled' };
    throw error;
  }
}

async function copyParts({ open, onProgress, signal }: SaveExport, sink: Sink) {
  let begin: Extract<ExportPart, { kind: 'begin' }> | null = null;
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
      return { contentType: begin.contentType, rows: part.rows };
    }
  }
  signal.throwIfAborted();
  throw new ExportCutShort('The export ended before its last part');
}

/** Null when the operator closed the dialog. */
async function openSink({ name, rows }: SaveExport): Promise<Sink | null> {
  if (rows < LONG_ROWS || !('showSaveFilePicker' in window)) return memorySink(name);
  let handle: RemovableFile | null = null;
  try {
    handle = await (window as WithFilePicker).showSaveFilePicker({ suggestedName: name });
    return diskSink(handle, await handle.createWritable());
  } catch (error) {
    if (handle !== null) await removeEmpty(handle);
    // Everything but a closed dialog means that this browser will not have it.
    return error instanceof DOMException && error.name === 'AbortError' ? null : memorySink(name);
  }
}

function diskSink(handle: RemovableFile, file: FileSystemWritableFileStream): Sink {
  return {
    name: handle.name,
    write: (bytes) => file.write(bytes),
    close: () => file.close(),
    async abort() {
      // A file that failed is closed already.
      await file.abort().catch(() => undefined);
      await removeEmpty(handle);
    },
  };
}

/** The dialog makes a file without anything in it; giving up writing leaves that behind. */
async function removeEmpty(handle: RemovableFile): Promise<void> {
  try {
    if ((await handle.getFile()).size === 0) await handle.remove?.();
  } catch {
    // Gone already, or not ours to remove.
  }
}

function memorySink(name: string): Sink {
  let parts: Blob[] = [];
  return {
    name: fileName(name),
    // As blobs, so that a browser may put them on disk.
    write: async (bytes) => void parts.push(new Blob([bytes])),
    close: async (type) => saveFile(new Blob(parts, { type }), name),
    abort: async () => {
      parts = [];
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Not in TypeScript's own types, as only some browsers have them. */
interface RemovableFile extends FileSystemFileHandle {
  remove?: () => Promise<void>;
}

interface WithFilePicker {
  showSaveFilePicker: (options: { suggestedName: string }) => Promise<RemovableFile>;
}
