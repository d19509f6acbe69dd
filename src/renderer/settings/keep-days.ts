/** What a limit in days means. */
const DAY_MS = 24 * 3600 * 1000;

export function isDays(days: number | null): days is number {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= 3650;
}

/** True when some records that stay now would go. */
export function shortens(kept: number | null, wanted: number): boolean {
  return kept === null || wanted < kept;
}

/** Before this moment everything goes. */
export function horizonOf(days: number, now: Date): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
