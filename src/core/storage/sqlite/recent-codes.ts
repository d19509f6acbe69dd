/**
 * Which scan a code brought, for as long as its state is accepted: after that the state is refused before
 * anybody looks. Kept in memory, because an index of random digests costs more than the scan itself, and
 * filled from the scans when the store opens. A find is a hint: the scan's own row says whether it is right.
 */

/** A state is accepted for ten minutes; the scan may be written a little later. */
export const CODES_MATTER_MS = 11 * 60 * 1000;

export interface RecentCodes {
  /** `at` in milliseconds since the epoch. */
  remember(digest: string, scanId: number, at: number): void;
  find(digest: string): number | null;
}

/** 48 bits of it: a number costs a quarter of a text, and the row is compared with the whole. */
function short(digest: string): number {
  return Number.parseInt(digest.slice(0, 12), 16);
}

export function createRecentCodes(now: number): RecentCodes {
  let recent = new Map<number, number>();
  let older = new Map<number, number>();
  let since = now;
  return {
    remember(digest, scanId, at) {
      // Also when the clock was set back: else nothing would be forgotten until it is where it was.
      if (Math.abs(at - since) > CODES_MATTER_MS) {
        older = recent;
        recent = new Map();
        since = at;
      }
      recent.set(short(digest), scanId);
    },
    find(digest) {
      const key = short(digest);
      return recent.get(key) ?? older.get(key) ?? null;
    },
  };
}
