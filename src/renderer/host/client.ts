/** The typed client of the contract, and the query keys and options derived from it. Whoever wants to know hears of each call that met the lock. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import { isLockedOut } from './failures.ts';
import type { ConsoleLink, Transport } from './transport.ts';

export type ConsoleClient = ContractRouterClient<Contract>;

/** The host as the console sees it: calls, query options, and the end of the session. */
export interface Host {
  client: ConsoleClient;
  query: RouterUtils<ConsoleClient>;
  onSessionLost: Transport['onSessionLost'];
  /** Called when the host answered LOCKED, whatever was asked. Returns the undo. */
  onLocked(listener: () => void): () => void;
}

export function createConsoleClient(transport: Transport): Host {
  const listeners = new Set<() => void>();
  const link: ConsoleLink = {
    async call(path, input, options) {
      try {
        return await transport.link.call(path, input, options);
      } catch (error) {
        if (isLockedOut(error)) for (const listener of listeners) listener();
        throw error;
      }
    },
  };
  const client: ConsoleClient = createORPCClient(link);
  return {
    client,
    query: createTanstackQueryUtils(client),
    onSessionLost: transport.onSessionLost,
    onLocked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
