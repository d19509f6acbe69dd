/** The code as a file: SVG for printers, PNG for everything else. */

import { crispSize, qrShape, qrSvg } from '../components/qr/qr-shape.ts';
import { fileName, saveFile } from '../components/save-file.ts';

/** A PNG is at least this wide, in whole pixels per module. */
const PNG_SIDE = 1_024;

export function saveSvg(text: string, name: string): void {
  saveFile(new Blob([qrSvg(qrShape(text))], { type: 'image/svg+xml' }), `${fileName(name)}.svg`);
}

/** Rejects when the browser cannot make a picture. */
export async function savePng(text: string, name: string): Promise<void> {
  const { side, path } = qrShape(text);
  const size = crispSize(side, PNG_SIDE + side - 1);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.scale(size / side, size / side);
  context.fill(new Path2D(path));
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!picture) throw new Error('This browser cannot make a PNG');
  saveFile(picture, `${fileName(name)}.png`);
}
