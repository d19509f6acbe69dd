/** A file that was dropped or picked, told by what is in it and not by its name. */
import { tableOf } from './read-table.ts';
import { type Source, sourceOfText } from './source.ts';
import type { WorkbookReply } from './workbook-worker.ts';

/** A million rows of text, or a workbook of as many, are well below. */
const LARGEST_BYTES = 64 * 1024 * 1024;

export type FileTrouble = 'too_large' | 'empty' | 'old_workbook' | 'damaged_workbook' | 'not_text';

export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly trouble: FileTrouble;
  constructor(trouble: FileTrouble) {
    super(`The file cannot be read: ${trouble}`);
    this.trouble = trouble;
  }
}

/** Rejects with FileUnreadable. */
export async function readFile(file: File): Promise<Source> {
  if (file.size > LARGEST_BYTES) throw new FileUnreadable('too_large');
  const content = await file.arrayBuffer();
  const head = new Uint8Array(content, 0, Math.min(4, content.byteLength));
  if (head.length === 0) throw new FileUnreadable('empty');
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileUnreadable('old_workbook');
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return workbook(file.name, content);
  const text = decodeText(content);
  if (text === null) throw new FileUnreadable('not_text');
  return sourceOfText(file.name, text);
}

/**
 * UTF-8, UTF-16 with its mark (Excel's "Unicode text"), else GB 18030, which is what Excel writes CSV in on a
 * Chinese Windows. Null for what is no text.
 */
export function decodeText(content: ArrayBuffer): string | null {
  const bytes = new Uint8Array(content);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function workbook(name: string, content: ArrayBuffer): Promise<Source> {
  const sheets = await readBeside(content);
  if (sheets === null) throw new FileUnreadable('damaged_workbook');
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new FileUnreadable('empty');
  return {
    kind: 'table',
    name,
    sheets: filled.map((sheet) => ({
      name: filled.length === 1 ? null : sheet.name,
      table: tableOf(sheet.rows),
    })),
  };
}

function readBeside(content: ArrayBuffer): Promise<WorkbookReply> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<WorkbookReply>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkbookReply>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(content, [content]);
  }).finally(() => worker.terminate());
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
