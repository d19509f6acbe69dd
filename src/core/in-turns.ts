/**
 * Long work in small pieces: one thread serves the phones too, and a piece is what they may have to wait for.
 * What changes between two pieces is in the result or not, as if it had come a moment sooner or later.
 */

/** Work that stops after each piece, until somebody goes on with it. */
export type InTurns<T> = Generator<undefined, T>;

/** Lets everybody else have a turn after each piece. */
export async function inTurns<T>(work: InTurns<T>): Promise<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    await new Promise(setImmediate);
  }
}

/** Without a break, for what is known to be short. */
export function atOnce<T>(work: InTurns<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
