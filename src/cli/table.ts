/** A plain table for a terminal, whose columns stay in place also with Chinese in them. */
import stringWidth from 'string-width';
import { printable } from './terminal.ts';

/** Longer cells are cut, but for the last in a row: --json has them whole. */
const WIDEST = 48;

function cut(text: string): string {
  if (stringWidth(text) <= WIDEST) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) >= WIDEST) break;
    kept += segment;
  }
  return `${kept}…`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/**
 * Draws rows a page at a time. The first page decides how wide the columns are; a wider cell of a later one
 * moves only its own row.
 */
export function createTable(headings: readonly string[]) {
  let widths: number[] | null = null;

  function line(cells: readonly string[], columns: readonly number[]): string {
    return `${cells
      .map((cell, index) => pad(cell, columns[index] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  }

  function shown(value: string | number | null, index: number): string {
    const text = printable(String(value ?? ''));
    return index === headings.length - 1 ? text : cut(text);
  }

  return function draw(rows: readonly (readonly (string | number | null)[])[]): string {
    const cells = rows.map((row) => row.map(shown));
    const heading = widths === null;
    widths ??= headings.map((name, index) =>
      Math.max(stringWidth(name), ...cells.map((row) => stringWidth(row[index] ?? ''))),
    );
    const columns = widths;
    return (heading ? line(headings, columns) : '') + cells.map((row) => line(row, columns)).join('');
  };
}

/** A time of the host's in this machine's own zone: `2026-11-23 18:00:00`. */
export function localTime(iso: string | null): string {
  return iso === null ? '' : new Date(iso).toLocaleString('sv-SE');
}
