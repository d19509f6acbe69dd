/** Where a chart has its numbers: at round ones, and few enough to be read. */
import type { Bins } from './bins.ts';

const MOST_LINES = 4;
/** As many labels as `11/18 09:00` leave room for in the narrowest chart, and in one by itself. */
const MOST_LABELS = { narrow: 4, wide: 9 } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
];

/** From 0 to at least `most`, whole numbers, in steps of 1, 2 or 5 times a power of ten. */
export function countTicks(most: number): number[] {
  const least = Math.max(1, most / MOST_LINES);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least) ?? 1;
  const lines = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: lines + 1 }, (_, line) => line * step);
}

/** The beginnings of bars that are labelled: full hours or the like, where bars are finer than days. */
export function timeTicks({ bins, width }: Bins, room: keyof typeof MOST_LABELS): number[] {
  const most = MOST_LABELS[room];
  const all = bins.map(({ from }) => from);
  if (all.length <= most) return all;
  if (width.unit !== 'day') {
    for (const step of STEPS) {
      const round = all.filter((at) => (at - midnightOf(at)) % step === 0);
      if (round.length <= most && round.length > 1) return round;
    }
  }
  const days = width.unit === 'day' ? all : all.filter((at) => at === midnightOf(at));
  const every = Math.ceil(days.length / most);
  return days.filter((_, index) => (days.length - 1 - index) % every === 0);
}

function midnightOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
