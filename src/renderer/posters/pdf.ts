/**
 * Sheets as a PDF: codes and cut marks as filled shapes that are sharp in any size, words as pictures of themselves,
 * because no font that has Chinese is small enough to be shipped. ISO 32000-1, and of it only what that takes: pages,
 * paths, grey pictures. The libraries for this weigh half a megabyte and bring a score of others.
 */
import { strToU8, zlibSync } from 'fflate';
import type { PlacedCode, Sheet } from './compose.ts';
import type { Box, Line } from './papers.ts';
import { type Bytes, decimal, hexText, joined, pdfFile } from './pdf-syntax.ts';

/** A picture of words: one byte per pixel, 0 black, 255 white. */
export interface Picture {
  box: Box;
  columns: number;
  rows: number;
  grey: Uint8Array;
}

export interface PdfSheet extends Pick<Sheet, 'width' | 'height' | 'cutMarks'> {
  codes: readonly PlacedCode[];
  pictures: readonly Picture[];
}

export interface Pdf {
  /** Packed at once, so that a hundred sheets of pictures never stand in memory. */
  add(sheet: PdfSheet): void;
  /** The whole file. */
  bytes(): Bytes;
}

const POINTS_PER_MM = 72 / 25.4;
/** Of a cut mark. */
const LINE_WIDTH_MM = 0.15;
const PICTURE = '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8';

export function createPdf(title: string): Pdf {
  // Numbered from 1 as they are added; these two are written when the pages are known.
  const objects: Uint8Array[] = [joined([]), joined([])];
  const pages: number[] = [];
  /** A picture that comes again is in the file once. */
  const numbers = new WeakMap<Uint8Array, number>();
  const add = (...parts: (string | Uint8Array)[]): number => objects.push(joined(parts));

  return {
    add(sheet) {
      const images = sheet.pictures.map(({ columns, rows, grey }) => {
        const number =
          numbers.get(grey) ?? add(...streamOf(`${PICTURE} /Width ${columns} /Height ${rows}`, grey));
        numbers.set(grey, number);
        return number;
      });
      const contents = add(...streamOf('', strToU8(contentsOf(sheet))));
      const names = images.map((number, index) => `/P${index} ${number} 0 R`).join(' ');
      const size = `${points(sheet.width)} ${points(sheet.height)}`;
      pages.push(
        add(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${contents} 0 R`,
          ` /Resources << /XObject << ${names} >> >> >>`,
        ),
      );
    },
    bytes() {
      const info = strToU8(`<< /Title ${hexText(title)} /Producer (FollowDesk) >>`);
      const kids = pages.map((number) => `${number} 0 R`).join(' ');
      const [, , ...rest] = objects;
      return pdfFile([
        // Printed as large as it is: a code that was shrunk to fit reads from less far.
        strToU8('<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>'),
        strToU8(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`),
        ...rest,
        info,
      ]);
    },
  };
}

/** In millimetres from the upper left corner, like everything here. */
function contentsOf({ height, cutMarks, codes, pictures }: PdfSheet): string {
  const scale = decimal(POINTS_PER_MM, 6);
  return [
    `${scale} 0 0 -${scale} 0 ${points(height)} cm`,
    ...strokes(cutMarks),
    ...codes.map(symbol),
    ...pictures.map(
      ({ box }, index) =>
        `q ${decimal(box.width)} 0 0 -${decimal(box.height)} ${decimal(box.x)} ${decimal(box.y + box.height)} cm /P${index} Do Q`,
    ),
  ].join('\n');
}

function strokes(marks: readonly Line[]): string[] {
  if (marks.length === 0) return [];
  const lines = marks.map(
    ({ x1, y1, x2, y2 }) => `${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l`,
  );
  return [`${LINE_WIDTH_MM} w 0.4 G`, ...lines, 'S'];
}

/** One path for the whole symbol: a viewer that smooths edges leaves no seams inside one. */
function symbol({ box, shape }: PlacedCode): string {
  const module = decimal(box.width / shape.side, 6);
  const runs = shape.runs.map(({ column, row, length }) => `${column} ${row} ${length} 1 re`).join('\n');
  return `q ${module} 0 0 ${module} ${decimal(box.x)} ${decimal(box.y)} cm\n${runs}\nf Q`;
}

function streamOf(dictionary: string, content: Uint8Array): (string | Uint8Array)[] {
  const packed = zlibSync(content);
  const head = `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>`;
  return [`${head}\nstream\n`, packed, '\nendstream'];
}

function points(mm: number): string {
  return decimal(mm * POINTS_PER_MM);
}
