/** Times and shares as the desk writes them: fixed width, the operator's own clock. */

/** `10:32:05`, local time. */
export function clockTime(iso: string): string {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** True when two moments fall on one local day. */
export function isSameDay(iso: string, now: Date): boolean {
  return new Date(iso).toDateString() === now.toDateString();
}

/** `66.7%`, `100%`, or `—` before anybody got a verdict. */
export function percentage(share: number | null): string {
  if (share === null) return '—';
  return `${(Math.round(share * 1_000) / 10).toString()}%`;
}
