/** How fast people are read: over the last minute, so that a pause or a slow hour does not follow it for ever. */
import type { SyncProgress } from '#shared/model/user.ts';
import type { Clock } from '../environment.ts';

const LOOKED_BACK_MS = 60_000;
/** Sooner than this nothing can be said. */
const LEAST_MS = 1000;

export interface Pace {
  /** So many more have been read. */
  note(people: number): void;
  /** `left`: how many are still to be read; null when that is not known. */
  figures(left: number | null): Pick<SyncProgress, 'rate' | 'secondsLeft'>;
}

export function createPace(clock: Clock): Pace {
  let read = 0;
  const marks = [{ at: clock.now(), read }];

  return {
    note(people) {
      read += people;
      marks.push({ at: clock.now(), read });
      const since = clock.now() - LOOKED_BACK_MS;
      // The last one before the minute stays: it is where the minute began.
      while ((marks[1]?.at ?? Number.POSITIVE_INFINITY) <= since) marks.shift();
    },
    figures(left) {
      const [first = { at: clock.now(), read }] = marks;
      const elapsed = clock.now() - first.at;
      if (elapsed < LEAST_MS || read === first.read) return { rate: null, secondsLeft: null };
      const rate = ((read - first.read) / elapsed) * 1000;
      return {
        rate: Math.round(rate * 10) / 10,
        secondsLeft: left === null ? null : Math.ceil(Math.max(left, 0) / rate),
      };
    },
  };
}
