/** How the desk reads the pulse: what an operator would do differently for. */
import type { Pulse } from '#shared/model/pulse.ts';

/** Visitors notice an answer that takes as long as this. */
const SLOW_MS = 2_500;

/** `silent`: no call is answered · `waiting`: answered again, some visits still wait · `slow` · `well`. */
export type Mood = 'silent' | 'waiting' | 'slow' | 'well';

export function moodOf({ waiting, silentSince, latencyMs }: Pulse): Mood {
  if (silentSince !== null) return 'silent';
  if (waiting > 0) return 'waiting';
  return latencyMs !== null && latencyMs >= SLOW_MS ? 'slow' : 'well';
}
