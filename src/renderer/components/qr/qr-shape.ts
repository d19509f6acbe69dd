/**
 * A QR symbol as geometry: runs of dark modules in a square of whole modules, quiet zone included. Always dark
 * on white, in every theme: many scanners refuse the inverse.
 */
import { create } from 'qrcode/lib/core/qrcode.js';

/** ISO/IEC 18004 asks for four modules of white around the symbol. */
export const QUIET_ZONE = 4;

/** So many dark modules side by side; the quiet zone is counted. */
export interface Run {
  column: number;
  row: number;
  length: number;
}

export interface QrShape {
  /** Modules per side, quiet zone included. */
  side: number;
  runs: readonly Run[];
  /** The runs as SVG path data in module units. */
  path: string;
}

/** Error level M: a printed code survives a smudge, and stays sparse enough for a hall. */
export function qrShape(text: string): QrShape {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const runs: Run[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      runs.push({ column: start + QUIET_ZONE, row: row + QUIET_ZONE, length: column - start + 1 });
    }
  }
  const path = runs.map(({ column, row, length }) => `M${column} ${row}h${length}v1h-${length}z`).join('');
  return { side: modules.size + 2 * QUIET_ZONE, runs, path };
}

/**
 * The widest square that fits with a whole number of device pixels per module, so that every module is
 * equally wide; in CSS pixels, of which one is `density` device pixels.
 */
export function crispSize(side: number, available: number, density = 1): number {
  return (Math.max(1, Math.floor((available * density) / side)) * side) / density;
}

/** The symbol as an SVG document of its own. */
export function qrSvg({ side, path }: QrShape): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="1024" height="1024" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`;
}
