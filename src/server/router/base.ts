/**
 * Where every procedure begins: the contract, and one middleware that asks the lock and gives failures their
 * contract names.
 */
import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { Locked } from '#core/errors.ts';
import { type Contract, contract } from '#shared/contract/contract.ts';
import { accessOf, isRefused } from './access.ts';
import { toContractError } from './errors.ts';

export interface Caller {
  /** It sent the console token: nobody stands at a screen, so nothing is locked. Whoever does not say is a person. */
  isProgram?: boolean;
}

/** Named, because the compiler cannot write down what `implement` infers from a contract of this size. */
export type Base = ImplementerInternalWithMiddlewares<Contract, Caller & Record<never, never>, Caller>;

export function createBase({ lock }: Pick<App, 'lock'>, logger: Logger): Base {
  function named(error: unknown, path: readonly string[], signal: AbortSignal | undefined): Error {
    const answer = toContractError(error);
    // A reader that hangs up makes what it waited for fail; that is nobody's fault.
    if (!answer.known && signal?.aborted !== true)
      logger.error({ err: error, procedure: path.join('.') }, 'a procedure failed unexpectedly');
    return answer.error;
  }

  function askLock(path: readonly string[], input: unknown, { isProgram }: Caller): void {
    if (isProgram) return;
    const now = lock.now();
    if (isRefused(accessOf(path, input), now)) throw new Locked(now.isKiosk);
  }

  return implement(contract)
    .$context<Caller>()
    .use(async ({ next, path, signal, context }, input) => {
      try {
        askLock(path, input, context);
        return await next();
      } catch (error) {
        throw named(error, path, signal);
      }
    });
}
