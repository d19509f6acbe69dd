/**
 * When a drawn code is replaced. The desk asks for the next one shortly before the old one is due, never
 * shows one that is past its time, and when asking fails tries again at a steady pace.
 */
import type { Code } from '#shared/model/entry.ts';

/** Asked for this early, the next code is there when the old one is due. */
const HEAD_START_MS = 2_000;
/** Between attempts while the host does not answer, or hands out codes that are already due. */
const RETRY_MS = 3_000;

export function remainingMs(code: Pick<Code, 'expiresAt'>, now: number): number {
  return Math.max(0, Date.parse(code.expiresAt) - now);
}

/** How long to wait before asking for the next code. */
export function nextRequestIn(
  code: Pick<Code, 'expiresAt'> | undefined,
  now: number,
  failed: boolean,
): number {
  if (!code || failed) return RETRY_MS;
  return Math.max(RETRY_MS, remainingMs(code, now) - HEAD_START_MS);
}

/** What is left of a code's life, from 1 (just drawn) to 0; `receivedAt` is when the desk got it. */
export function remainingShare(code: Pick<Code, 'expiresAt'>, receivedAt: number, now: number): number {
  const life = Date.parse(code.expiresAt) - receivedAt;
  return life <= 0 ? 0 : Math.min(1, remainingMs(code, now) / life);
}

/** `4:05`; whole seconds, rounded up so that it reads 0:01 until the very end. */
export function formatRemaining(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
