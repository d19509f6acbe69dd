/**
 * Posters as geometry: where the code and the words of each gate go, in millimetres. The rules: the code keeps its
 * quiet zone, nothing overlaps, and on every poster of one printing the code is at the same place in the same size,
 * because they hang side by side.
 */
import type { QrShape } from '../components/qr/qr-shape.ts';
import type { Gate, PosterChoices } from './choices.ts';
import type { Measure, Weight } from './fit-text.ts';
import { type Frame, frameOf, heightOf, LINE_HEIGHT, ROLES, WEIGHTS } from './frame.ts';
import { type Box, cellsOf, cutMarksOf, type Line, PAPERS } from './papers.ts';

/** One line of words: `y` is where the letters stand. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  size: number;
  weight: Weight;
  align: 'center' | 'start';
}

export interface PlacedCode {
  /** The place of the whole symbol, quiet zone included. */
  box: Box;
  shape: QrShape;
}

export interface Poster {
  gate: Gate;
  cell: Box;
  code: PlacedCode;
  texts: PlacedText[];
}

export interface Sheet {
  width: number;
  height: number;
  posters: Poster[];
  cutMarks: Line[];
}

/** Of the size: where in a line the letters stand. */
const BASELINE = 1;

/** Every sheet of a printing. */
export function composeSheets(gates: readonly Gate[], choices: PosterChoices, measure: Measure): Sheet[] {
  const { paper, perSheet } = choices;
  const cells = cellsOf(paper, perSheet);
  const [first] = cells;
  if (!first || gates.length === 0) return [];
  const frame = frameOf(gates, choices, first, measure);
  const sheets: Sheet[] = [];
  for (let start = 0; start < gates.length; start += perSheet) {
    const posters = gates.slice(start, start + perSheet).flatMap((gate, index) => {
      const cell = cells[index];
      return cell ? [posterOf(gate, cell, frame, start + index)] : [];
    });
    const cutMarks = choices.cutMarks ? cutMarksOf(paper, perSheet) : [];
    sheets.push({ width: PAPERS[paper].width, height: PAPERS[paper].height, posters, cutMarks });
  }
  return sheets;
}

function posterOf(gate: Gate, cell: Box, { code, wide, blocks }: Frame, index: number): Poster {
  // What another poster's words need, and these do not: it is left above a title that has its code below.
  let spared = 0;
  const texts = ROLES.flatMap((role) => {
    const { x, y, height, fitted } = blocks[role];
    const { size, lines } = fitted[index] ?? { size: 0, lines: [] };
    const unused = height - heightOf({ size, lines });
    const isAbove = role === 'title' && !wide;
    const top = isAbove ? y + unused : y - spared;
    if (!isAbove) spared += unused;
    return lines.map(
      (text, line): PlacedText => ({
        text,
        x: cell.x + x,
        y: cell.y + top + (line * LINE_HEIGHT + BASELINE) * size,
        size,
        weight: WEIGHTS[role],
        align: wide ? 'start' : 'center',
      }),
    );
  });
  const box = { ...code, x: cell.x + code.x, y: cell.y + code.y };
  return { gate, cell, code: { box, shape: gate.shape }, texts };
}
