/**
 * The listener that faces the internet. The rule: it moves without a gap, so changing the address never
 * leaves the door without a listener, and closing it answers whoever has already asked.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Callback } from '#core/callback/callback.ts';
import type { Logger } from '#core/environment.ts';
import type { CallbackListener } from '#core/host/host.ts';
import type { CallbackState } from '#shared/model/host.ts';
import { type Connections, trackConnections } from '../connections.ts';
import { type Address, failureOf, findFreePort, urlOf } from './address.ts';
import { createRefuseConnection, isRefused } from './refusals.ts';
import { createCallbackRoutes } from './routes.ts';

const graceMs = 5000;

/** Connections that may wait to be taken up. With Node's own 511 a crowd of thousands is cut off by the system. */
const backlog = 4096;

/** A slow or silent client loses its connection, not our memory; proxies keep theirs open for a minute. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
  // Node's own refusal would go out without our headers.
  requireHostHeader: false,
};

interface Listening {
  requested: Address;
  state: Extract<CallbackState, { state: 'listening' }>;
  connections: Connections;
}

export function createCallbackListener({
  callback,
  logger,
}: {
  callback: Callback;
  logger: Logger;
}): CallbackListener {
  const routes = createCallbackRoutes(callback, logger);
  let current: Listening | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const leaving = new Set<Promise<void>>();

  /** Not awaited where a new listener serves already: the last answers of the old one go out meanwhile. */
  function drain({ connections }: Listening): Promise<void> {
    const drained = connections.drain(graceMs).finally(() => leaving.delete(drained));
    leaving.add(drained);
    return drained;
  }

  async function open(requested: Address): Promise<Listening> {
    await routes.ready();
    const server: Server = createServer(limits, (request, response) => {
      if (!isRefused(request, response)) routes.routing(request, response);
    });
    // An Expect that nobody can meet is no reason to turn a phone away.
    server.on('checkExpectation', (...asked) => server.emit('request', ...asked));
    const connections = trackConnections(server);
    const refuse = createRefuseConnection(connections);
    server.on('clientError', (error, socket) => void refuse(error, socket as Socket));
    // Nobody tunnels through here; without this Node would cut the connection, and earlier answers with it.
    server.on('connect', (_request, socket) => void refuse(new Error('CONNECT'), socket as Socket));
    server.listen({ ...requested, backlog });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const state = { state: 'listening', url: urlOf({ host: requested.host, port }), port } as const;
    return { requested, state, connections };
  }

  async function failed(requested: Address, error: unknown): Promise<CallbackState> {
    const code = failureOf(error);
    logger.warn({ ...requested, code }, 'the callback listener cannot listen there');
    const anotherPortHelps = code === 'PORT_IN_USE' || code === 'PORT_FORBIDDEN';
    const offeredPort = anotherPortHelps ? await findFreePort(requested.host) : null;
    return { state: 'failed', code, port: requested.port, offeredPort };
  }

  async function move(requested: Address): Promise<CallbackState> {
    const old = current;
    if (old?.requested.host === requested.host && old.requested.port === requested.port) return old.state;
    // The old listener itself holds the wanted port when only the interface changes: it must let go first.
    const mustLetGo = old !== null && old.state.port === requested.port;
    if (mustLetGo) void drain(old);
    try {
      current = await open(requested);
    } catch (error) {
      if (mustLetGo) current = await open({ ...old.requested, port: old.state.port }).catch(() => null);
      return failed(requested, error);
    }
    if (old !== null && !mustLetGo) void drain(old);
    logger.info({ url: current.state.url }, 'the callback listener listens');
    return current.state;
  }

  /** One at a time, in the order asked. */
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = turn.then(action);
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    listen: (address) => inTurn(() => move(address)),
    close: () =>
      inTurn(async () => {
        if (current !== null) void drain(current);
        current = null;
        await Promise.all(leaving);
        await routes.close();
      }),
  };
}
