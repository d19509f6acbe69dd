/** Sheets become a file of the operator's own. One at a time, with a breath between, so that progress shows. */
import { zipSync } from 'fflate';
import { saveFile } from '../components/save-file.ts';
import type { Sheet } from './compose.ts';
import { type Pixels, paintSheet, paintWords, pictureOf, SHEET_DPI } from './paint.ts';
import { createPdf } from './pdf.ts';
import { withDensity } from './png-density.ts';

export interface Saving {
  /** The file's name without its ending. */
  name: string;
  /** How many sheets are begun. */
  onSheet: (begun: number) => void;
}

/** Rejects when this browser cannot make pictures of this size. */
export async function savePdf(sheets: readonly Sheet[], { name, onSheet }: Saving): Promise<void> {
  const pdf = createPdf(name);
  // Titles are the same on every poster: what the sheet before had is not painted again.
  let painted = new Map<string, Pixels>();
  for (const [index, { posters, ...sheet }] of sheets.entries()) {
    onSheet(index + 1);
    await breath();
    const fresh = new Map<string, Pixels>();
    const pictures = posters.flatMap(({ texts }) =>
      texts.map((text) => {
        const key = JSON.stringify([text.text, text.size, text.weight]);
        const pixels = fresh.get(key) ?? painted.get(key) ?? paintWords(text);
        fresh.set(key, pixels);
        return pictureOf(pixels, text);
      }),
    );
    painted = fresh;
    pdf.add({ ...sheet, codes: posters.map(({ code }) => code), pictures });
  }
  saveFile(new Blob([pdf.bytes()], { type: 'application/pdf' }), `${name}.pdf`);
}

/** One PNG, or a ZIP of one per sheet. */
export async function savePngs(sheets: readonly Sheet[], { name, onSheet }: Saving): Promise<void> {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  const digits = String(sheets.length).length;
  for (const [index, sheet] of sheets.entries()) {
    onSheet(index + 1);
    await breath();
    files[`${name} ${String(index + 1).padStart(digits, '0')}.png`] = await pngOf(sheet);
  }
  const [only] = Object.values(files);
  if (sheets.length === 1 && only) saveFile(new Blob([only], { type: 'image/png' }), `${name}.png`);
  // PNGs are packed already.
  else saveFile(new Blob([zipSync(files, { level: 0 })], { type: 'application/zip' }), `${name}.zip`);
}

async function pngOf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = paintSheet(sheet);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!picture) throw new Error('This browser cannot make a PNG of this size');
  return withDensity(new Uint8Array(await picture.arrayBuffer()), SHEET_DPI);
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
