/** The typed client of the contract, and the query keys and options derived from it. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import type { Transport } from './transport.ts';

export type ConsoleClient = ContractRouterClient<Contract>;

/** The host as the console sees it: calls, query options, and the end of the session. */
export function createConsoleClient(transport: Transport) {
  const client: ConsoleClient = createORPCClient(transport.link);
  return { client, query: createTanstackQueryUtils(client), onSessionLost: transport.onSessionLost };
}

export type Host = ReturnType<typeof createConsoleClient>;
