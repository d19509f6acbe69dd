/**
 * Everything of the console that needs a session: `/rpc` for our own pages, `/api` for other people's
 * programs, both from one router, and the exports. The rule: no route here answers before `admit` has, nor to a
 * person before the lock has.
 */
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { isRefused } from '../router/access.ts';
import type { ConsoleRouter } from '../router/router.ts';
import { sendLookupExport, sendScansExport } from './exports.ts';
import { sendError } from './json-errors.ts';
import { describeApi } from './openapi.ts';
import type { SignIn } from './sign-in.ts';

export interface ApiDependencies {
  app: App;
  router: ConsoleRouter;
  signIn: Pick<SignIn, 'admit' | 'isProgram'>;
  logger: Logger;
}

function acceptJsonOnly(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const parse = scope.getDefaultJsonParser('error', 'error');
  // Many clients announce JSON on every request, also on those that carry nothing.
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, String(body), done),
  );
}

/** A Fastify plugin: its hooks and parsers reach no further than its own routes. */
export function apiRoutes({ app, router, signIn, logger }: ApiDependencies) {
  function callerOf(request: FastifyRequest) {
    return { context: { isProgram: signIn.isProgram(request) } };
  }

  /** The files are no procedures, and behind the PIN like the exports that are. */
  async function askLock(request: FastifyRequest, reply: FastifyReply) {
    const now = app.lock.now();
    if (signIn.isProgram(request) || !isRefused('pin', now)) return;
    return sendError(reply, 423, { data: { isKiosk: now.isKiosk } });
  }

  return async function register(scope: FastifyInstance): Promise<void> {
    const rpc = new RPCHandler(router);
    const rest = new OpenAPIHandler(router, {
      customErrorResponseBodyEncoder: ({ code, message, data }) => ({ code, message, data: data ?? {} }),
    });
    let description: Promise<object> | null = null;

    acceptJsonOnly(scope);
    scope.addHook('onRequest', signIn.admit);
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
    });
    for (const path of ['/rpc', '/api']) scope.all(path, (_request, reply) => sendError(reply, 404));
    scope.all('/rpc/*', async (request, reply) => {
      const { matched } = await rpc.handle(request, reply, { prefix: '/rpc', ...callerOf(request) });
      if (!matched) return sendError(reply, 404);
    });
    scope.all('/api/*', async (request, reply) => {
      const { matched } = await rest.handle(request, reply, { prefix: '/api', ...callerOf(request) });
      if (!matched) return sendError(reply, 404);
    });
    scope.get('/api/openapi.json', async () => {
      description ??= describeApi(app.host.status().version);
      return description;
    });
    scope.get('/api/scans/export', { exposeHeadRoute: false, onRequest: askLock }, (request, reply) =>
      sendScansExport({ app, logger }, request, reply),
    );
    scope.get<{ Params: { id: string } }>(
      '/api/lookups/:id/export',
      { exposeHeadRoute: false, onRequest: askLock },
      (request, reply) => sendLookupExport({ app, logger }, request.params.id, request, reply),
    );
  };
}
