/** Times and shares as the console writes them: fixed width, the operator's own clock. */

/** `10:32:05`, local time. */
export function clockTime(iso: string): string {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(':');
}

/** `2026-03-01 10:32:05`, for a moment that may be of any day. */
export function dayTime(iso: string): string {
  return `${day(new Date(iso))} ${clockTime(iso)}`;
}

/** `10:32`, or `3/7 10:32` for another day than `now`: for moments known roughly. */
export function hourAndMinute(iso: string, now = new Date()): string {
  const time = clockTime(iso).slice(0, 5);
  if (isSameDay(iso, now)) return time;
  const at = new Date(iso);
  return `${at.getMonth() + 1}/${at.getDate()} ${time}`;
}

/** `2026-03-01 10.32`, in characters that every file system takes. */
export function fileTime(at: Date): string {
  return `${day(at)} ${twoDigits(at.getHours())}.${twoDigits(at.getMinutes())}`;
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

const inThousands = new Intl.NumberFormat('en-US');

/** `1,204`: a number as both languages read it. */
export function grouped(amount: number): string {
  return inThousands.format(amount);
}

function day(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
