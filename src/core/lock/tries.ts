/**
 * Slows guessing down. The rule: a try is spent and on disk before it is looked at, so neither many at once nor a
 * restart gets more of them; and a wait is measured by a clock that nobody can set.
 */
import type { Clock } from '../environment.ts';
import { TooSoon } from '../errors.ts';
import type { TimeMarks } from '../storage/sqlite/time-marks.ts';

/** Before the first wait. */
export const FREE_TRIES = 5;
/** After the last free one, and after each wrong one from then on; the last of these for ever. */
export const WAITS_SECONDS = [30, 60, 120, 300] as const;

export interface Tries {
  /** Spends one. @throws TooSoon while there is none */
  spend(): Promise<void>;
  /** It was right: all are there again. */
  restore(): Promise<void>;
  /** What is left, and how long the next has to wait when nothing is. */
  left(): { triesLeft: number; retryAfterSeconds: number };
}

function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  const seconds = WAITS_SECONDS[failures - FREE_TRIES] ?? WAITS_SECONDS[WAITS_SECONDS.length - 1] ?? 0;
  return seconds * 1000;
}

/** `steady` tells durations only; `clock` is what is left of the time across a restart. */
export function createTries({
  of,
  marks,
  clock,
  steady,
}: {
  of: 'pin' | 'app_secret';
  marks: TimeMarks;
  clock: Clock;
  steady: Clock;
}): Tries {
  let failures = marks.read(`${of}_failures`) ?? 0;
  let waitEnds = steady.now() + waitOfLastRun();

  /** The whole wait when the clock was set back in between. */
  function waitOfLastRun(): number {
    const wait = waitAfter(failures);
    const since = clock.now() - (marks.read(`${of}_failed_at`) ?? Number.NEGATIVE_INFINITY);
    return since < 0 ? wait : Math.max(0, wait - since);
  }

  async function keep(): Promise<void> {
    try {
      await marks.write({ [`${of}_failures`]: failures, [`${of}_failed_at`]: clock.now() });
    } catch {
      // A full disk must neither keep the operator out nor give anybody more tries: this run still counts.
    }
  }

  function left() {
    const waiting = Math.max(0, waitEnds - steady.now());
    if (waiting > 0) return { triesLeft: 0, retryAfterSeconds: Math.ceil(waiting / 1000) };
    return { triesLeft: Math.max(1, FREE_TRIES - failures), retryAfterSeconds: 0 };
  }

  return {
    left,
    async spend() {
      const { retryAfterSeconds } = left();
      if (retryAfterSeconds > 0) throw new TooSoon(retryAfterSeconds);
      failures += 1;
      waitEnds = steady.now() + waitAfter(failures);
      await keep();
    },
    async restore() {
      failures = 0;
      waitEnds = steady.now();
      await keep();
    },
  };
}
