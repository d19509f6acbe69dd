/**
 * How far away a phone reads a code. The rule of thumb: ten times its width for a symbol of 25 modules, and less in
 * proportion as there are more. That is 250 times the width of one module, well lit and seen from the front.
 * @see https://qrstuff.com/blog/qr-code-generation/what-size-should-a-qr-code-be
 */
import { type QrShape, QUIET_ZONE } from './qr-shape.ts';

const DISTANCE_PER_MODULE = 250;

/** Below this no phone is sure to read it, however near it comes: 2 cm, quiet zone left out. */
const LEAST_SIDE_MM = 20;
/** Below this an office printer and a phone's camera blur modules together. */
export const LEAST_MODULE_MM = 0.4;

/** What CSS calls a pixel is 1/96 inch. On a projector everything is larger, and read from further. */
export const MM_PER_PIXEL = 25.4 / 96;

export interface Density {
  /** 1–40, ISO/IEC 18004. */
  version: number;
  /** Modules per side, without the quiet zone. */
  modules: number;
  /** The error correction level: about 15 % of the codewords may be damaged. */
  level: 'M';
}

export function densityOf({ side }: Pick<QrShape, 'side'>): Density {
  const modules = side - 2 * QUIET_ZONE;
  return { version: (modules - 17) / 4, modules, level: 'M' };
}

/** From how far it reads, in the unit of the module's width. */
export function readableDistance(moduleWidth: number): number {
  return DISTANCE_PER_MODULE * moduleWidth;
}

/** How wide a code must be, quiet zone included, to read from `distance`; in its unit. */
export function leastWidth({ side }: Pick<QrShape, 'side'>, distance: number): number {
  return (distance / DISTANCE_PER_MODULE) * side;
}

/** What makes a printed code doubtful; null when nothing does. */
export function printTrouble(shape: Pick<QrShape, 'side'>, moduleMm: number): 'side' | 'module' | null {
  if (moduleMm < LEAST_MODULE_MM) return 'module';
  return densityOf(shape).modules * moduleMm < LEAST_SIDE_MM ? 'side' : null;
}

/** Rounded down to what the rule can promise: 5 cm, or 10 cm from a metre on. */
export function roundDistance(mm: number): { unit: 'cm' | 'm'; amount: string } {
  if (mm < 1_000) return { unit: 'cm', amount: String(Math.floor(mm / 50) * 5) };
  return { unit: 'm', amount: (Math.floor(mm / 100) / 10).toFixed(1) };
}
