/**
 * A clock that nobody sets: for how long something takes or waits, which must not depend on what an operator or
 * a time server makes of the wall clock. It tells durations only, and stands still while the machine sleeps.
 */
import type { Clock } from './environment.ts';

export const steadyClock: Clock = { now: () => performance.now() };

/** What the two clocks may differ in before the wall clock was set. */
const SLACK_MS = 5000;

/**
 * How long it is until `at`, a time by the wall clock in milliseconds since the epoch; asked again as it comes
 * nearer. The wall clock goes on while the machine sleeps and decides, unless it was set back: nobody waits longer
 * for that.
 */
export function countdown(at: number, clock: Clock, steady: Clock = steadyClock): () => number {
  const end = steady.now() + at - clock.now();
  return function left() {
    const [byTheWall, steadily] = [at - clock.now(), end - steady.now()];
    return steadily < byTheWall - SLACK_MS ? steadily : byTheWall;
  };
}
