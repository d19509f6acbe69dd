/** How a PDF is written down: numbered objects, and the table that says at which byte each begins (ISO 32000-1, 7.5). */
import { strToU8 } from 'fflate';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of objects, numbered from 1: the first is the catalog, the last what the document says about itself. */
export function pdfFile(objects: readonly Uint8Array[]): Bytes {
  // The second line tells programs that look that this is no text.
  const head = joined(['%PDF-1.4\n%', Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), '\n']);
  let length = head.length;
  const places: number[] = [];
  const bodies = objects.map((object, index) => {
    const body = joined([`${index + 1} 0 obj\n`, object, '\nendobj\n']);
    places.push(length);
    length += body.length;
    return body;
  });
  // Twenty bytes each, the blank before the line's end included.
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return joined([
    head,
    ...bodies,
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}`,
    `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  ]);
}

export function joined(parts: readonly (string | Uint8Array)[]): Bytes {
  const pieces = parts.map((part) => (typeof part === 'string' ? strToU8(part) : part));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** UTF-16 with its mark, as a PDF has text of every alphabet. */
export function hexText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('')}>`;
}

/** A number without an exponent, which PDF does not know. */
export function decimal(value: number, digits = 4): string {
  return Number(value.toFixed(digits)).toString();
}
