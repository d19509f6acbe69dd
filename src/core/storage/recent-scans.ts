/**
 * Which scan something led to, for as long as that matters. In memory, because an index of random digests costs more
 * than the scan itself. The rule: a find is a hint, for what is remembered is short and may be older than was asked
 * for; the scan's own row says whether it is right.
 */
import { createNumberTable, type NumberTable } from './number-table.ts';

export interface RecentScans {
  /** `key`: a positive integer as of `shortOf`; `at` in milliseconds since the epoch. */
  remember(key: number, scanId: number, at: number): void;
  find(key: number): number | null;
}

/** What is forgotten is forgotten a stride of time at once. */
const STRIDES = 4;

/**
 * With more than that, and a stride, the oldest are forgotten early: a thousand a second for the longest time that is
 * asked for, in 20 MB. So a crowd that goes on for hours takes no more memory than one that goes on for minutes; a
 * code that was forgotten is exchanged again, and WeChat says that it is spent.
 */
const MOST = 700_000;

export function createRecentScans(keepMs: number, now: number): RecentScans {
  let newest = createNumberTable();
  let older: NumberTable[] = [];
  let since = now;
  return {
    remember(key, scanId, at) {
      // Also when the clock was set back: else nothing would be forgotten until it is where it was.
      if (Math.abs(at - since) > keepMs / STRIDES || newest.size >= MOST / STRIDES) {
        older = [newest, ...older].slice(0, STRIDES);
        newest = createNumberTable();
        since = at;
      }
      newest.set(key, scanId);
    },
    find(key) {
      for (const table of [newest, ...older]) {
        const scanId = table.get(key);
        if (scanId !== undefined) return scanId;
      }
      return null;
    },
  };
}

/** 48 bits of a digest in hexadecimal. */
export function shortOf(digest: string): number {
  return Number.parseInt(digest.slice(0, 12), 16) || 1;
}
