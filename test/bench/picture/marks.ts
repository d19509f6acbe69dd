/** What a picture is made of, so that a test can ask where everything is. Units are pixels; SVG is written by hand. */

export interface Bar {
  kind: 'bar';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
}
export interface Line {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: string;
  dashed?: boolean;
}
export interface Text {
  kind: 'text';
  /** Of its anchor and its base line. */
  x: number;
  y: number;
  text: string;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** Stands out from lines behind it. */
  halo?: boolean;
}
export interface Dot {
  kind: 'dot';
  x: number;
  y: number;
  fill: string;
  /** A ring says what a disc does, without colour. */
  ring: boolean;
}
export type Mark = Bar | Line | Text | Dot;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const fonts = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";
/** The mean width of a character of those fonts, in ems: a little more than it is. */
const em = { plain: 0.54, bold: 0.58 };
const dotRadius = 5;

export function widthOf({ text, size, bold = false }: Pick<Text, 'text' | 'size' | 'bold'>): number {
  return text.length * size * (bold ? em.bold : em.plain);
}

export function boxOf(text: Text): Box {
  const width = widthOf(text);
  const left =
    text.anchor === 'end' ? text.x - width : text.anchor === 'middle' ? text.x - width / 2 : text.x;
  return { left, right: left + width, top: text.y - text.size * 0.76, bottom: text.y + text.size * 0.22 };
}

export function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function place(value: number): string {
  return String(Number(value.toFixed(1)));
}

const haloed = ' paint-order="stroke" stroke="#ffffff" stroke-width="4" stroke-linejoin="round"';

function draw(mark: Mark): string {
  if (mark.kind === 'bar') {
    const { x, y, width, height, fill } = mark;
    const round = Math.min(2, width / 2, height / 2);
    return `<rect x="${place(x)}" y="${place(y)}" width="${place(width)}" height="${place(height)}" rx="${place(round)}" fill="${fill}"/>`;
  }
  if (mark.kind === 'line') {
    const { x1, y1, x2, y2, stroke, dashed = false } = mark;
    const dashes = dashed ? ' stroke-dasharray="4 3" stroke-width="1.5"' : '';
    return `<line x1="${place(x1)}" y1="${place(y1)}" x2="${place(x2)}" y2="${place(y2)}" stroke="${stroke}"${dashes}/>`;
  }
  if (mark.kind === 'dot') {
    const { x, y, fill, ring } = mark;
    const inside = ring ? `fill="none" stroke="${fill}" stroke-width="2"` : `fill="${fill}"`;
    return `<circle cx="${place(x)}" cy="${place(y)}" r="${ring ? dotRadius - 1 : dotRadius}" ${inside}/>`;
  }
  const { x, y, text, size, fill, anchor = 'start', bold = false, halo = false } = mark;
  const more = `${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="600"' : ''}${halo ? haloed : ''}`;
  return `<text x="${place(x)}" y="${place(y)}" font-size="${size}" fill="${fill}"${more}>${escaped(text)}</text>`;
}

export interface Picture {
  width: number;
  height: number;
  /** Read out instead of the picture. */
  title: string;
  ground: string;
  marks: readonly Mark[];
}

export function toSvg({ width, height, title, ground, marks }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${fonts}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...marks.map(draw),
    '</svg>',
    '',
  ].join('\n');
}
