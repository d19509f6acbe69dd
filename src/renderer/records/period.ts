/** Which days or hours the records are of: presets by the operator's own calendar, or two moments of their own. */

/** In the order of the switch. */
export const PRESETS = ['today', 'yesterday', 'week', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** Moments as a `datetime-local` field has them, `2026-03-01T09:30`, local time; empty = open. */
export type Period = { kind: Preset } | { kind: 'custom'; from: string; to: string };

/** The first moment that belongs to it, and the first that no longer does; undefined = open. */
export interface Bounds {
  from: Date | undefined;
  to: Date | undefined;
}

/** `week` is today and the six days before. `now` says which day today is. */
export function boundsOf(period: Period, now: Date): Bounds {
  switch (period.kind) {
    case 'today':
      return { from: midnight(now, 0), to: midnight(now, 1) };
    case 'yesterday':
      return { from: midnight(now, -1), to: midnight(now, 0) };
    case 'week':
      return { from: midnight(now, -6), to: midnight(now, 1) };
    case 'all':
      return { from: undefined, to: undefined };
    case 'custom':
      return { from: momentOf(period.from), to: momentOf(period.to) };
  }
}

/** The moment a field says, or undefined for an empty or broken one. */
export function momentOf(field: string): Date | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(field)) return undefined;
  const at = new Date(field);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** A moment as a field has it. */
export function fieldOf(at: Date): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
  return `${day}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** Local midnight of the day `days` after that of `now`; days of 23 or 25 hours included. */
function midnight(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
