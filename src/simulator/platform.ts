/**
 * A stand-in for WeChat, whole: start it, point an account's API and authorize base URLs at its address, and
 * everything answers as the platform would. The rule: it shares no code with the app it is used to try, so a
 * mistake made on one side cannot hide on the other.
 */
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Administration, createAdministration } from './administration.ts';
import { type OnCall, serveApi } from './api.ts';
import { createApps, defaultApp, type SimulatedApp } from './apps.ts';
import { type CallCounts, createCalls } from './calls.ts';
import { serveControl } from './control.ts';
import { createFaultBoard, type Faults } from './faults.ts';
import { createDice } from './identifiers.ts';
import { createOAuth } from './oauth.ts';
import { oauthEndpoints } from './oauth-endpoints.ts';
import { operationEndpoints } from './operations.ts';
import { createPopulation, type People } from './people.ts';
import { servePhone } from './phone.ts';
import { createQuota } from './quota.ts';
import { createRefusalLog } from './refusals.ts';
import { createSceneCodes, serveSceneCodes } from './scene-codes.ts';
import { createTags } from './tags.ts';
import { tokenEndpoints } from './token-endpoints.ts';
import { createTokens } from './tokens.ts';
import { userEndpoints } from './users.ts';
import { createDomainSaver } from './verify-domain.ts';

export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  apps?: readonly SimulatedApp[];
  /** Added to every API answer; the phone's pages are not slowed. */
  latencyMs?: number;
  /** Milliseconds since 1970; for tests of expiry. */
  clock?: () => number;
  /** Everyone's openid follows from it. */
  seed?: string;
  /** For tests that must know what was asked about, and not only how often. */
  onCall?: OnCall;
  /** One line per request on stdout, without query strings. Default false. */
  logger?: boolean;
}

export interface Simulator extends Administration {
  /** Both base URLs of an account: the API's and the authorize page's. */
  readonly url: string;
  /** As they are set now. */
  readonly apps: readonly SimulatedApp[];
  readonly people: People;
  readonly faults: Faults;
  readonly calls: CallCounts;
  /** Where an account's follow QR code leads; default: the first app's. */
  accountUrl(appId?: string): string;
  /** Everything as just started: people, settings, tokens, codes, quotas, faults, counts. */
  reset(): void;
  close(): Promise<void>;
}

function createServer(logger: boolean): FastifyInstance {
  const server = Fastify({
    // Addresses carry secrets, tokens and codes: only the path is logged.
    logger: logger && {
      serializers: {
        req: ({ method, url }: FastifyRequest) => ({ method, path: url.split('?', 1)[0] }),
      },
    },
    // A phone that keeps its connection open must not keep the simulator from closing.
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // Fastify's own answer would repeat the address, secrets and all.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, { 'content-type': 'text/plain' }).end('400 bad request\n');
    },
  });
  // WeChat does not look at content types; every body arrives as text.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain').send('404 page not found\n'),
  );
  return server;
}

function addressOf(server: FastifyInstance): string {
  const { address, family, port } = server.server.address() as AddressInfo;
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && host === address ? `[${host}]` : host}:${port}`;
}

/** Rejects with the listen error (`EADDRINUSE`, …) when the address cannot be had. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = '127.0.0.1', port = 0, latencyMs = 0, clock = Date.now, seed = 'followdesk' } = options;
  const { onCall } = options;
  const apps = createApps(options.apps ?? [defaultApp]);
  const closing = new AbortController();

  const calls = createCalls();
  const quota = createQuota(clock);
  const refusals = createRefusalLog(clock);
  const tokens = createTokens({ clock, quota });
  const oauth = createOAuth(clock);
  const population = createPopulation({ apps, seed, clock });
  const faultBoard = createFaultBoard({ dice: createDice(seed), dropTokens: tokens.dropAll });
  const { people } = population;
  const { faults } = faultBoard;
  const codes = createSceneCodes({ clock, address: () => addressOf(server) });
  const tags = createTags({ apps, people });
  const saveDomain = createDomainSaver({ apps, closing: closing.signal });
  const administration = createAdministration({ apps, tokens, saveDomain });

  function reset(): void {
    faults.off();
    for (const part of [apps, calls, quota, tokens, oauth, codes, tags, population]) part.reset();
    refusals.clear();
  }

  const endpoints = [
    ...tokenEndpoints({ apps, tokens }),
    ...oauthEndpoints({ apps, oauth }),
    ...userEndpoints(people),
    ...tags.endpoints,
    codes.endpoint,
    ...operationEndpoints({ quota, refusals }),
  ];
  const server = createServer(options.logger ?? false);
  serveApi(server, endpoints, { apps, tokens, quota, refusals, faultBoard, calls, latencyMs, clock, onCall });
  servePhone(server, { apps, population, oauth, codes, faultBoard, calls, closing: closing.signal });
  serveSceneCodes(server, { codes, calls });
  await server.register((scope, _options, done) => {
    serveControl(scope, { apps, administration, people, faults, calls: calls.read, reset });
    done();
  });
  server.get('/', (_request, reply) => reply.redirect(`/phone/account/${apps.first.appId}`));
  // A crowd comes at once.
  await server.listen({ host, port, backlog: 4096 });

  const url = addressOf(server);
  return {
    ...administration,
    url,
    get apps() {
      return apps.list;
    },
    people,
    faults,
    calls: calls.read,
    accountUrl: (appId = apps.first.appId) => `${url}/phone/account/${appId}`,
    reset,
    async close() {
      closing.abort();
      await server.close();
    },
  };
}
