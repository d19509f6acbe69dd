/** Where every procedure begins: the contract, and one middleware that gives failures their contract names. */
import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import type { Logger } from '#core/environment.ts';
import { type Contract, contract } from '#shared/contract/contract.ts';
import { toContractError } from './errors.ts';

type NoContext = Record<never, never>;

/** Named, because the compiler cannot write down what `implement` infers from a contract of this size. */
export type Base = ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>;

export function createBase(logger: Logger): Base {
  function named(error: unknown, path: readonly string[], signal: AbortSignal | undefined): Error {
    const answer = toContractError(error);
    // A reader that hangs up makes what it waited for fail; that is nobody's fault.
    if (!answer.known && signal?.aborted !== true)
      logger.error({ err: error, procedure: path.join('.') }, 'a procedure failed unexpectedly');
    return answer.error;
  }

  return implement(contract).use(async ({ next, path, signal }) => {
    try {
      return await next();
    } catch (error) {
      throw named(error, path, signal);
    }
  });
}
