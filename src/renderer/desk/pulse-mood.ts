/** How the desk reads its two networks, to the host and to WeChat: what an operator would do differently for. */
import type { Pulse } from '#shared/model/pulse.ts';
import type { FeedConnection } from './use-live-scans.ts';

/** Visitors notice an answer that takes as long as this. */
const SLOW_MS = 2_500;
/** What was slow longer ago may be quick by now. */
const SLOW_FOR_MS = 60_000;

/**
 * `lost`: the desk itself is cut off · `silent`: no call is answered · `waiting`: answered again, some visits still
 * wait · `crowded`: more phones come than can be served at once · `slow` · `unasked`: nobody asked WeChat anything
 * since the start · `well`.
 */
export type Mood = 'connecting' | 'lost' | 'silent' | 'waiting' | 'crowded' | 'slow' | 'unasked' | 'well';

const TROUBLES: readonly Mood[] = ['lost', 'silent', 'waiting', 'crowded', 'slow'];

export function moodOf(pulse: Pulse | undefined, connection: FeedConnection, now: number): Mood {
  if (connection === 'lost') return 'lost';
  if (!pulse) return 'connecting';
  const { waiting, askedToWait, silentSince, answeredAt, latencyMs } = pulse;
  if (silentSince !== null) return 'silent';
  if (waiting > 0) return 'waiting';
  if (askedToWait > 0) return 'crowded';
  if (answeredAt === null || latencyMs === null) return 'unasked';
  return latencyMs >= SLOW_MS && now - Date.parse(answeredAt) < SLOW_FOR_MS ? 'slow' : 'well';
}

/** Moods that need an operator's eye. */
export function isTrouble(mood: Mood): boolean {
  return TROUBLES.includes(mood);
}
