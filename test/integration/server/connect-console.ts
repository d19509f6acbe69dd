/** A console's client over each transport the contract is served on, with the same face. */
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import type { App } from '#core/app.ts';
import { serveConsolePort } from '#server/console/port.ts';
import { createRouter } from '#server/router/router.ts';
import type { Contract } from '#shared/contract/contract.ts';
import { type RecordingLogger, recordingLogger } from '../../support/recording-logger.ts';
import { bearer, openConsole } from './open-console.ts';

type Client = ContractRouterClient<Contract>;
export interface Connection {
  client: Client;
  logger: RecordingLogger;
  hangUp(): void;
}

export function overPort(app: App): Connection {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const logger = recordingLogger();
  serveConsolePort(createRouter(app, logger), port1);
  port2.start();
  const client: Client = createORPCClient(new PortLink({ port: port2 }));
  return { client, logger, hangUp: () => port2.close() };
}

export async function overHttp(app: App): Promise<Connection> {
  const { url, logger } = await openConsole(app);
  const gone = new AbortController();
  const link = new HttpLink({
    url: `${url}/rpc`,
    headers: bearer,
    fetch: (request, init) =>
      fetch(request, { ...init, signal: AbortSignal.any([request.signal, gone.signal]) }),
  });
  return { client: createORPCClient(link), logger, hangUp: () => gone.abort() };
}
