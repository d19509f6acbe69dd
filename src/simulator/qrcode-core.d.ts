/** The part of `qrcode` that computes a symbol; its own types cover only the package's root. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface BitMatrix {
    /** Modules per side. */
    size: number;
    get(row: number, column: number): number;
  }
  export function create(text: string, options: { errorCorrectionLevel: 'M' }): { modules: BitMatrix };
}
