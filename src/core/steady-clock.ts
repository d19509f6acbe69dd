/**
 * A clock that nobody sets: for how long something takes or waits, which must not depend on what an operator or
 * a time server makes of the wall clock. It tells durations only, and stands still while the machine sleeps.
 */
import type { Clock } from './environment.ts';

export const steadyClock: Clock = { now: () => performance.now() };
