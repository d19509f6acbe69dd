/** An export feed becomes one whole file or none. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportCutShort, type SaveExport, saveExport } from '#renderer/components/save-export.ts';
import type { ExportPart } from '#shared/contract/exports.ts';

const BEGIN: ExportPart = { kind: 'begin', fileName: 'people.csv', contentType: 'text/csv', rows: 2 };
const BYTES: ExportPart[] = [
  { kind: 'bytes', data: btoa('a,b\n'), rows: 1 },
  { kind: 'bytes', data: btoa('\u00ff\u0000'), rows: 2 },
];
const END: ExportPart = { kind: 'end', rows: 2 };

async function* feed(parts: ExportPart[]): AsyncGenerator<ExportPart> {
  for (const part of parts) yield part;
}

function anExport(parts: ExportPart[], more: Partial<SaveExport> = {}): SaveExport {
  const signal = new AbortController().signal;
  return {
    open: async () => feed(parts),
    name: 'x.csv',
    rows: 2,
    onProgress: () => undefined,
    signal,
    ...more,
  };
}

const SAVED = { kind: 'saved', name: 'x.csv', rows: 2 };
const CANCELED = { kind: 'canceled' };

/** A disk, as browsers with a file dialog give it: the dialog has made the file, writing begins beside it. */
function aDisk() {
  const disk = { written: [] as number[], closed: false, aborted: false, removed: false };
  const file = {
    write: async (bytes: Uint8Array) => void disk.written.push(...bytes),
    async close() {
      disk.closed = true;
    },
    async abort() {
      disk.aborted = true;
    },
  };
  const handle = {
    name: 'mine.csv',
    createWritable: async () => file,
    getFile: async () => ({ size: disk.closed ? disk.written.length : 0 }),
    async remove() {
      disk.removed = true;
    },
  };
  return { disk, handle, picker: vi.fn(async () => handle) };
}

/** What the page gave the browser to save. */
let given: { content: Blob; name: string }[] = [];

beforeEach(() => {
  given = [];
  const contents: Blob[] = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {
    createElement: () => ({
      href: '',
      download: '',
      click() {
        const content = contents[Number(this.href)];
        if (content !== undefined) given.push({ content, name: this.download });
      },
    }),
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => `${contents.push(content as Blob) - 1}`);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('saveExport', () => {
  it('gives a short file to the browser', async () => {
    const told: number[] = [];
    const onProgress = vi.fn(({ written }: { written: number }) => void told.push(written));
    expect(await saveExport(anExport([BEGIN, ...BYTES, END], { onProgress }))).toEqual(SAVED);
    expect(given).toMatchObject([{ name: 'x.csv', content: { type: 'text/csv' } }]);
    expect([...new Uint8Array((await given[0]?.content.arrayBuffer()) ?? new ArrayBuffer())]).toEqual([
      97, 44, 98, 10, 255, 0,
    ]);
    expect(told).toEqual([0, 1, 2, 2]);
  });

  it('writes a long one to disk as it comes, and says what the operator called it', async () => {
    const { disk, picker } = aDisk();
    vi.stubGlobal('window', { showSaveFilePicker: picker });
    expect(await saveExport(anExport([BEGIN, ...BYTES, END], { rows: 1_000_000 }))).toEqual({
      ...SAVED,
      name: 'mine.csv',
    });
    expect(picker).toHaveBeenCalledWith({ suggestedName: 'x.csv' });
    expect(disk).toEqual({ written: [97, 44, 98, 10, 255, 0], closed: true, aborted: false, removed: false });
    expect(given).toEqual([]);
  });

  it('is canceled by closing the dialog, and asks the host for nothing', async () => {
    const open = vi.fn();
    const picker = () => Promise.reject(new DOMException('closed', 'AbortError'));
    vi.stubGlobal('window', { showSaveFilePicker: picker });
    expect(await saveExport(anExport([], { rows: 1_000_000, open }))).toEqual(CANCELED);
    expect(open).not.toHaveBeenCalled();
  });

  it('keeps it in memory where a dialog is refused', async () => {
    const picker = () => Promise.reject(new DOMException('not here', 'SecurityError'));
    vi.stubGlobal('window', { showSaveFilePicker: picker });
    expect(await saveExport(anExport([BEGIN, END], { rows: 1_000_000 }))).toEqual(SAVED);
    expect(given).toHaveLength(1);
  });

  it('takes back the empty file of a dialog whose file cannot be written', async () => {
    const { disk, handle } = aDisk();
    const createWritable = () => Promise.reject(new DOMException('not here', 'NotAllowedError'));
    vi.stubGlobal('window', { showSaveFilePicker: async () => ({ ...handle, createWritable }) });
    expect(await saveExport(anExport([BEGIN, END], { rows: 1_000_000 }))).toMatchObject({ kind: 'saved' });
    expect(disk.removed).toBe(true);
    expect(given).toHaveLength(1);
  });

  it('leaves nothing of a file that was cut short', async () => {
    const { disk, picker } = aDisk();
    vi.stubGlobal('window', { showSaveFilePicker: picker });
    const cut = saveExport(anExport([BEGIN, ...BYTES], { rows: 1_000_000 }));
    await expect(cut).rejects.toBeInstanceOf(ExportCutShort);
    expect(disk).toMatchObject({ closed: false, aborted: true, removed: true });
    await expect(saveExport(anExport([BEGIN, ...BYTES]))).rejects.toBeInstanceOf(ExportCutShort);
    expect(given).toEqual([]);
  });

  it('stops when told to, and leaves nothing', async () => {
    const ending = new AbortController();
    const onProgress = () => ending.abort();
    expect(await saveExport(anExport([BEGIN, ...BYTES, END], { signal: ending.signal, onProgress }))).toEqual(
      CANCELED,
    );
    expect(given).toEqual([]);
  });
});
