/** How fast a look-up goes and how long it still takes, from what its feed said lately. */

interface Sample {
  at: number;
  answered: number;
}

export interface Pace {
  perSecond: number;
  secondsLeft: number;
}

const WINDOW_MS = 15_000;
/** Less says nothing: a batch of a hundred comes at once. */
const LEAST_MS = 1_000;

/** The samples that still count, with a new one. A count that went back (resumed, erased) starts afresh. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && sample.answered < last.answered) return [sample];
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
}

/** Null while nothing can be said. */
export function paceOf(samples: readonly Sample[], asked: number): Pace | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < LEAST_MS) return null;
  const perSecond = ((last.answered - first.answered) * 1_000) / (last.at - first.at);
  if (perSecond <= 0) return null;
  return { perSecond, secondsLeft: Math.ceil((asked - last.answered) / perSecond) };
}
