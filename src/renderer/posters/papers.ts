/** Sheets of paper and how many posters fit on one: everything in millimetres, upright. */

export const PAPERS = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A5: { width: 148, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
} as const;
export type PaperName = keyof typeof PAPERS;

/** Posters on one sheet: columns and rows. One fills the sheet, twelve are cards for tables. */
const GRIDS = {
  1: [1, 1],
  2: [1, 2],
  4: [2, 2],
  8: [2, 4],
  12: [3, 4],
} as const;
export type PerSheet = keyof typeof GRIDS;
export const PER_SHEET: readonly PerSheet[] = [1, 2, 4, 8, 12];

/** No printer reaches the edge of the paper. */
const MARGIN = 8;
/** How long the arms of a cut mark are. */
const ARM = 3;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A thin straight line. */
export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where each poster of a sheet goes, row by row. They touch, and are cut apart. */
export function cellsOf(paper: PaperName, perSheet: PerSheet): Box[] {
  const [columns, rows] = GRIDS[perSheet];
  const width = (PAPERS[paper].width - 2 * MARGIN) / columns;
  const height = (PAPERS[paper].height - 2 * MARGIN) / rows;
  return Array.from({ length: perSheet }, (_, index) => ({
    x: MARGIN + (index % columns) * width,
    y: MARGIN + Math.floor(index / columns) * height,
    width,
    height,
  }));
}

/** A small cross at each corner of each cell; none on a sheet that is one poster. */
export function cutMarksOf(paper: PaperName, perSheet: PerSheet): Line[] {
  if (perSheet === 1) return [];
  const [columns, rows] = GRIDS[perSheet];
  const { width, height } = PAPERS[paper];
  const marks: Line[] = [];
  for (let column = 0; column <= columns; column += 1) {
    for (let row = 0; row <= rows; row += 1) {
      const x = MARGIN + (column / columns) * (width - 2 * MARGIN);
      const y = MARGIN + (row / rows) * (height - 2 * MARGIN);
      marks.push({ x1: x - ARM, y1: y, x2: x + ARM, y2: y }, { x1: x, y1: y - ARM, x2: x, y2: y + ARM });
    }
  }
  return marks;
}
