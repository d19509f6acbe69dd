/**
 * What the desk says aloud. One scan is told in full; a crowd is told as counts, so that fifty scans a
 * second do not flood a screen reader.
 */
import type { Scan } from '#shared/model/scan.ts';
import type { Verdict } from '#shared/model/verdict.ts';

export type Announcement =
  | { kind: 'one'; verdict: Verdict; scannedAt: string; firstScannedAt: string | null }
  | { kind: 'many'; total: number; counts: Record<Verdict, number> };

/** What to say about the scans decided since the last time; null when there are none. */
export function announcementOf(
  scans: readonly Pick<Scan, 'id' | 'verdict' | 'scannedAt' | 'firstScannedAt'>[],
): Announcement | null {
  const latest = new Map(scans.map((scan) => [scan.id, scan]));
  const [only] = latest.values();
  if (!only) return null;
  const { verdict: told, scannedAt, firstScannedAt } = only;
  if (latest.size === 1) return { kind: 'one', verdict: told, scannedAt, firstScannedAt };
  const counts: Record<Verdict, number> = { followed: 0, not_followed: 0, unknown: 0 };
  for (const { verdict } of latest.values()) counts[verdict] += 1;
  return { kind: 'many', total: latest.size, counts };
}
