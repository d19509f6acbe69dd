/** A call without any token: to ourselves by our public name, or to see what time a host believes it is. */
import type { Clock } from '../environment.ts';

export interface PlainFetch {
  fetch: typeof fetch;
  clock: Clock;
  timeLimitMs: number;
}
