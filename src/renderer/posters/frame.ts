/**
 * What the posters of one printing have in common: where their code is and how large, and where each kind of words
 * goes. As large as the longest words of any of them allow.
 */
import type { Gate, PosterChoices } from './choices.ts';
import { type Fitted, fitText, type Measure, type Weight, type Wish } from './fit-text.ts';
import type { Box } from './papers.ts';

/** The kinds of words, from top to bottom. */
export const ROLES = ['title', 'name', 'line', 'link'] as const;
type Role = (typeof ROLES)[number];
export const WEIGHTS: Record<Role, Weight> = { title: 700, name: 700, line: 400, link: 400 };

/** Of the size: from one line to the next. */
export const LINE_HEIGHT = 1.3;
/** A cell so much wider than high has its words beside the code. */
const WIDE = 1.25;
/** Of a poster's height: the code is what it is for. */
const LEAST_SHARE = 0.45;

/** What all posters of a printing share, with the corner of their cell as origin. */
export interface Frame {
  code: Box;
  wide: boolean;
  blocks: Record<Role, Block>;
}

/** Where a role's words are, as much room as the longest of them takes, and those of each gate. */
interface Block {
  x: number;
  y: number;
  height: number;
  fitted: Fitted[];
}

/** With two lines for each kind of words; where that leaves the code less than its share, for the name alone. */
export function frameOf(gates: readonly Gate[], choices: PosterChoices, cell: Box, measure: Measure): Frame {
  const roomy = frameWith(2, gates, choices, cell, measure);
  return roomy.code.height < LEAST_SHARE * cell.height || roomy.overflows
    ? frameWith(1, gates, choices, cell, measure)
    : roomy;
}

function frameWith(
  most: 1 | 2,
  gates: readonly Gate[],
  choices: PosterChoices,
  cell: Box,
  measure: Measure,
): Frame & { overflows: boolean } {
  const padding = Math.min(12, Math.max(3.5, 0.05 * Math.min(cell.width, cell.height)));
  const inner = { width: cell.width - 2 * padding, height: cell.height - 2 * padding };
  const gap = padding * 0.5;
  const wide = inner.width / inner.height > WIDE;
  const widest = wide ? Math.min(inner.height, inner.width * 0.58) : inner.width;
  const column = wide ? inner.width - widest - 2 * gap : inner.width;
  const unit = wide ? Math.min(column, inner.height) : Math.min(inner.width, inner.height * 0.7);

  const fitAll = (role: Role) =>
    gates.map((gate) =>
      fitText({ ...wishOf(role, gate, choices, unit), lines: role === 'name' ? 2 : most }, column, measure),
    );
  const fitted: Record<Role, Fitted[]> = {
    title: fitAll('title'),
    name: fitAll('name'),
    line: fitAll('line'),
    link: fitAll('link'),
  };
  const heightIn = (role: Role) => Math.max(...fitted[role].map(heightOf));
  const used = ROLES.filter((role) => heightIn(role) > 0);
  const words = used.reduce((sum, role) => sum + heightIn(role) + gap, 0);

  const side = wide ? widest : Math.min(widest, inner.height - words);
  const code: Box = { x: padding, y: padding + (inner.height - side) / 2, width: side, height: side };
  if (!wide) code.x = (cell.width - side) / 2;
  const x = wide ? padding + side + 2 * gap : cell.width / 2;
  let y = padding + (inner.height - words - (wide ? -gap : side)) / 2;
  const block = (role: Role): Block => {
    const top = y;
    const height = heightIn(role);
    if (height > 0) y += height + gap;
    return { x, y: top, height, fitted: fitted[role] };
  };
  const title = block('title');
  // Beside the code the words are a column of their own; else the title is above it and the rest below.
  if (!wide) {
    code.y = y;
    y += side + gap;
  }
  const blocks = { title, name: block('name'), line: block('line'), link: block('link') };
  return { code, wide, blocks, overflows: wide && words - gap > inner.height };
}

export function heightOf({ size, lines }: Fitted): number {
  return lines.length * LINE_HEIGHT * size;
}

/** `unit` is the size of the cell; the least sizes are what people still read from near. */
function wishOf(role: Role, gate: Gate, choices: PosterChoices, unit: number): Omit<Wish, 'lines'> {
  const weight = WEIGHTS[role];
  switch (role) {
    case 'title':
      return { text: choices.title, weight, most: Math.max(2.5, 0.085 * unit), least: 2.2 };
    case 'name':
      return {
        text: choices.showName ? gate.name : '',
        weight,
        most: Math.max(3, 0.12 * unit),
        least: 2.4,
      };
    case 'line':
      return { text: choices.line, weight, most: Math.max(2.2, 0.055 * unit), least: 1.9 };
    case 'link':
      return {
        text: choices.stamp ?? (choices.showLink ? gate.link.replace(/^https?:\/\//, '') : ''),
        weight,
        most: Math.max(1.8, (choices.stamp === null ? 0.03 : 0.05) * unit),
        least: 1.6,
      };
  }
}
