/** Feeds fail while they are read, long after the procedure has answered: here they get the same names. */
import type { Logger } from '#core/environment.ts';
import { toContractError } from './errors.ts';

/** The same values, with failures named as the contract names them. Ends quietly once the signal aborts. */
export async function* namedFeed<T>(
  feed: AsyncIterable<T>,
  { signal, logger }: { signal: AbortSignal | undefined; logger: Logger },
): AsyncGenerator<T> {
  try {
    yield* feed;
  } catch (error) {
    if (signal?.aborted) return;
    const answer = toContractError(error);
    if (!answer.known) logger.error({ err: error }, 'a feed failed unexpectedly');
    throw answer.error;
  }
}
