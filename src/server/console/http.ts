/**
 * The console over HTTP, for the host without Electron. The rule: it binds this machine only, answers its own
 * name and its own pages only, and shows nothing but the sign-in page without a session.
 */
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyError } from 'fastify';
import type { App } from '#core/app.ts';
import type { Clock, Logger } from '#core/environment.ts';
import { trackConnections } from '../connections.ts';
import type { ConsoleRouter } from '../router/router.ts';
import { apiRoutes } from './api.ts';
import { boardRoutes } from './board.ts';
import { hasOurHost, hasOurOrigin } from './guard.ts';
import { isErrorStatus, sendError } from './json-errors.ts';
import { servePages } from './pages.ts';
import { createSessions } from './session.ts';
import { createSignIn } from './sign-in.ts';
import { addRevealConstraint, tokenServiceRoutes } from './token-service.ts';

const host = '127.0.0.1';
const graceMs = 5000;
/** A hundred thousand openids of the longest kind, and some air. */
const bodyLimit = 16 * 1024 * 1024;

const self = ["'self'"];
const none = ["'none'"];

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: self,
    scriptSrc: self,
    // The component library writes its styles at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: self,
    objectSrc: none,
    frameAncestors: none,
    baseUri: none,
    formAction: none,
  },
};

export interface ConsoleServer {
  /** `http://127.0.0.1:PORT`, no trailing slash. */
  readonly url: string;
  /** An address that signs one browser in, once, within ten minutes. */
  newLink(): string;
  /** Answers what has been asked, for at most five seconds, and ends the feeds. */
  close(): Promise<void>;
}

export interface ConsoleServerDependencies {
  app: App;
  router: ConsoleRouter;
  /** 0 = any free port. */
  port: number;
  token: string;
  /** The built console: the folder that holds `index.html`. */
  staticFolder: string;
  clock: Clock;
  logger: Logger;
}

/** Listens. @throws the system's error (EADDRINUSE, EACCES) when the port cannot be had. */
export async function createConsoleServer({
  app,
  router,
  port,
  token,
  staticFolder,
  clock,
  logger,
}: ConsoleServerDependencies): Promise<ConsoleServer> {
  const sessions = createSessions({ token, clock });
  const signIn = createSignIn(sessions);
  const server = Fastify({
    logger: false,
    bodyLimit,
    requestTimeout: 30_000,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (_error, _request, reply) => void sendError(reply, 400),
  });
  const connections = trackConnections(server.server);

  server.addHook('onRequest', async (request, reply) => {
    if (!hasOurHost(request) || !hasOurOrigin(request)) return sendError(reply, 403);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    // Messages of the parser quote the body, and the body may hold an AppSecret: only the kind is repeated.
    if (isErrorStatus(error.statusCode) && error.statusCode < 500) return sendError(reply, error.statusCode);
    if (error.statusCode !== undefined && error.statusCode < 500) return sendError(reply, 400);
    logger.error({ err: error, route: request.routeOptions.url }, 'the console listener failed unexpectedly');
    return sendError(reply, 500);
  });

  await server.register(helmet, {
    contentSecurityPolicy: policy,
    strictTransportSecurity: false,
    // With `no-referrer` a browser sends `Origin: null` with forms, and we could not tell our own.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  await server.register(cookie);
  addRevealConstraint(server);
  await server.register(tokenServiceRoutes({ app, isSignedIn: signIn.isSignedIn, logger }));
  await server.register(boardRoutes({ app, router, isSignedIn: signIn.isSignedIn, staticFolder }));
  await server.register(apiRoutes({ app, router, signIn, logger }));
  await server.register(signIn.routes);
  await servePages(server, { staticFolder, signIn });
  await server.listen({ host, port });

  const url = `http://${host}:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    newLink: () => `${url}/session?link=${sessions.newLink()}`,
    async close() {
      await Promise.all([connections.drain(graceMs), server.close()]);
    },
  };
}
