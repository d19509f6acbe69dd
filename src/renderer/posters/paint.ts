/** Sheets as pixels: for a PNG, and the words of a PDF. With the typeface the console itself is written in. */
import { crispSize } from '../components/qr/qr-shape.ts';
import type { PlacedText, Sheet } from './compose.ts';
import type { Measure, Weight } from './fit-text.ts';
import type { Picture } from './pdf.ts';

/** What offset printers ask for; a module of a code is then five dots or more. */
export const SHEET_DPI = 300;
/** Small letters that are pictures need more. */
const WORDS_DPI = 600;
const MM_PER_INCH = 25.4;
const WORDS_SCALE = WORDS_DPI / MM_PER_INCH;
const CUT_MARK_MM = 0.15;
/** What letters reach above and below where they stand, of their size. */
const ASCENT = 1.1;
const DESCENT = 0.35;

/** Measures with the page's own typeface. */
export function createMeasure(): Measure {
  const context = newContext(1, 1);
  return (text, weight) => {
    context.font = fontOf(100, weight);
    return context.measureText(text).width / 100;
  };
}

/** At `SHEET_DPI`, every module of a code a whole number of pixels. */
export function paintSheet({ width, height, posters, cutMarks }: Sheet): HTMLCanvasElement {
  const scale = SHEET_DPI / MM_PER_INCH;
  const context = newContext(Math.round(width * scale), Math.round(height * scale));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.strokeStyle = '#666';
  context.lineWidth = CUT_MARK_MM * scale;
  for (const { x1, y1, x2, y2 } of cutMarks) {
    context.beginPath();
    context.moveTo(x1 * scale, y1 * scale);
    context.lineTo(x2 * scale, y2 * scale);
    context.stroke();
  }
  context.fillStyle = '#000';
  for (const { code, texts } of posters) {
    const { box, shape } = code;
    const size = crispSize(shape.side, box.width * scale);
    const inset = (box.width * scale - size) / 2;
    context.save();
    context.translate(Math.round(box.x * scale + inset), Math.round(box.y * scale + inset));
    context.scale(size / shape.side, size / shape.side);
    context.fill(new Path2D(shape.path));
    context.restore();
    for (const text of texts) write(context, text, scale, text.x * scale, text.y * scale);
  }
  return context.canvas;
}

/** Words without a place: `ascent` rows of them are above where the letters stand. */
export interface Pixels extends Pick<Picture, 'columns' | 'rows' | 'grey'> {
  ascent: number;
}

/** One line of words, with a pixel of white at either end. */
export function paintWords(text: Omit<PlacedText, 'x' | 'y' | 'align'>): Pixels {
  const measuring = newContext(1, 1);
  measuring.font = fontOf(text.size * WORDS_SCALE, text.weight);
  const columns = Math.ceil(measuring.measureText(text.text).width) + 2;
  const ascent = Math.ceil(text.size * ASCENT * WORDS_SCALE);
  const rows = ascent + Math.ceil(text.size * DESCENT * WORDS_SCALE);
  const context = newContext(columns, rows);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, columns, rows);
  context.fillStyle = '#000';
  write(context, { ...text, align: 'start' }, WORDS_SCALE, 1, ascent);
  const pixels = context.getImageData(0, 0, columns, rows).data;
  const grey = new Uint8Array(columns * rows);
  for (let at = 0; at < grey.length; at += 1) grey[at] = pixels[at * 4] ?? 255;
  return { columns, rows, grey, ascent };
}

/** Them where they belong. */
export function pictureOf({ ascent, ...pixels }: Pixels, { x, y, align }: PlacedText): Picture {
  const width = pixels.columns / WORDS_SCALE;
  const left = align === 'center' ? x - width / 2 : x - 1 / WORDS_SCALE;
  const box = { x: left, y: y - ascent / WORDS_SCALE, width, height: pixels.rows / WORDS_SCALE };
  return { ...pixels, box };
}

function write(
  context: CanvasRenderingContext2D,
  text: Omit<PlacedText, 'x' | 'y'>,
  scale: number,
  x: number,
  y: number,
): void {
  context.font = fontOf(text.size * scale, text.weight);
  context.textAlign = text.align;
  context.fillText(text.text, x, y);
}

function fontOf(pixels: number, weight: Weight): string {
  return `${weight} ${pixels}px ${getComputedStyle(document.body).fontFamily}`;
}

function newContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas');
  return context;
}
