/** From figures to pixels. The rule: a bar is never of no length, or it would look like nothing measured. */

export interface Scale {
  at(value: number): number;
  ticks: readonly number[];
}

function finite(values: readonly number[]): number[] {
  return values.filter((value) => Number.isFinite(value) && value > 0);
}

/** Decades. `from` and `to` are pixels, in either direction. */
export function logScale(values: readonly number[], from: number, to: number): Scale {
  const known = finite(values);
  const least = known.length === 0 ? 1 : Math.min(...known);
  const most = known.length === 0 ? 10 : Math.max(...known);
  // Half as much again below the least one: its bar is to be seen.
  const low = Math.floor(Math.log10(least / 1.5));
  const high = Math.max(Math.log10(most), low + 1);
  const decades = Array.from({ length: Math.floor(high) - low + 1 }, (_, index) => 10 ** (low + index));
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: decades,
  };
}

const steps = [1, 2, 5, 10] as const;

/** From nothing. Four ticks or so. */
export function linearScale(values: readonly number[], from: number, to: number): Scale {
  const known = finite(values);
  const most = known.length === 0 ? 1 : Math.max(...known);
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = power * (steps.find((one) => one * power >= most / 4) ?? 10);
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  return { at: (value) => from + (value / most) * (to - from), ticks };
}

/** Three figures that matter, as people write them. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en');
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(value >= 0.095 ? 2 : 3);
}
