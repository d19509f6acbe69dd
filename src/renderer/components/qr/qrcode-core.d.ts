/**
 * The part of `qrcode` that computes a symbol. Its own types cover only the package's root, which drags
 * Node's globals into the renderer's program.
 */
declare module 'qrcode/lib/core/qrcode.js' {
  interface BitMatrix {
    /** Modules per side. */
    size: number;
    get(row: number, column: number): number;
  }
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: BitMatrix };
}
