/** The typed client of the contract, and the query keys and options derived from it. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract/contract.ts';
import type { Transport } from './transport.ts';

export type ConsoleClient = ContractRouterClient<Contract>;

/** The host as the console sees it: calls, query options, and the end of the session. */
export interface Host {
  client: ConsoleClient;
  query: RouterUtils<ConsoleClient>;
  onSessionLost: Transport['onSessionLost'];
}

export function createConsoleClient(transport: Transport): Host {
  const client: ConsoleClient = createORPCClient(transport.link);
  return { client, query: createTanstackQueryUtils(client), onSessionLost: transport.onSessionLost };
}
