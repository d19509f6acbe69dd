/**
 * Everything of the console that needs a session: `/rpc` for our own pages, `/api` for other people's
 * programs, both from one router, and the export. The rule: no route here answers before `admit` has.
 */
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { App } from '#core/app.ts';
import { ScanFilter } from '#shared/model/scan.ts';
import type { ConsoleRouter } from '../router/router.ts';
import { exportScans, isExportFormat } from './export/export.ts';
import { sendError } from './json-errors.ts';
import { describeApi } from './openapi.ts';

export interface ApiDependencies {
  app: App;
  router: ConsoleRouter;
  admit: onRequestHookHandler;
}

function acceptJsonOnly(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const parse = scope.getDefaultJsonParser('error', 'error');
  // Many clients announce JSON on every request, also on those that carry nothing.
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, String(body), done),
  );
}

async function sendExport(app: App, request: FastifyRequest, reply: FastifyReply) {
  const { format } = request.query as { format?: unknown };
  const filter = ScanFilter.safeParse(request.query);
  const issues = filter.error?.issues.map(({ path, message }) => ({ path: path.map(String), message })) ?? [];
  if (!isExportFormat(format)) issues.push({ path: ['format'], message: 'Expected csv, xlsx or jsonl' });
  if (!isExportFormat(format) || !filter.success) return sendError(reply, 400, { data: { issues } });
  const file = await exportScans(app.scans, format, filter.data);
  if ('mostRows' in file) {
    const message = `An xlsx file holds at most ${file.mostRows} scans here: narrow the time range, or take csv`;
    return sendError(reply, 413, { message, data: { mostRows: file.mostRows } });
  }
  return reply
    .header('Content-Type', file.contentType)
    .header('Content-Disposition', `attachment; filename="${file.name}"`)
    .header('Cache-Control', 'no-store')
    .send(file.body);
}

/** A Fastify plugin: its hooks and parsers reach no further than its own routes. */
export function apiRoutes({ app, router, admit }: ApiDependencies) {
  return async function register(scope: FastifyInstance): Promise<void> {
    const rpc = new RPCHandler(router);
    const rest = new OpenAPIHandler(router, {
      customErrorResponseBodyEncoder: ({ code, message, data }) => ({ code, message, data: data ?? {} }),
    });
    let description: Promise<object> | null = null;

    acceptJsonOnly(scope);
    scope.addHook('onRequest', admit);
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
    });
    for (const path of ['/rpc', '/api']) scope.all(path, (_request, reply) => sendError(reply, 404));
    scope.all('/rpc/*', async (request, reply) => {
      const { matched } = await rpc.handle(request, reply, { prefix: '/rpc' });
      if (!matched) return sendError(reply, 404);
    });
    scope.all('/api/*', async (request, reply) => {
      const { matched } = await rest.handle(request, reply, { prefix: '/api' });
      if (!matched) return sendError(reply, 404);
    });
    scope.get('/api/openapi.json', async () => {
      description ??= describeApi(app.host.status().version);
      return description;
    });
    scope.get('/api/scans/export', { exposeHeadRoute: false }, (request, reply) =>
      sendExport(app, request, reply),
    );
  };
}
