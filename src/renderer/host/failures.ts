/** Tells an answer of the host (an error of the contract, a refusal) from not having reached it. */

export interface Answer {
  code: string;
  status: number;
  data: unknown;
}

/** True for an error the host itself answered with; false for a dead connection or a bug here. */
export function isAnswer(error: unknown): error is Error & Answer {
  return error instanceof Error && 'code' in error && 'status' in error && typeof error.code === 'string';
}

/** True when the host answered that somebody has to type the PIN first. */
export function isLockedOut(error: unknown): boolean {
  return isAnswer(error) && error.code === 'LOCKED';
}

/** True when the host answered that it does not know who asks. */
export function isSignedOut(error: unknown): boolean {
  return isAnswer(error) && error.status === 401;
}
