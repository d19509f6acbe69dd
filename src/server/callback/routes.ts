/**
 * The six routes the internet may reach, and nothing else. The rule: a request here is a stranger's; whatever
 * is repeated, too long or unknown is refused before the core sees it, and HEAD never spends a code.
 */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Callback } from '#core/callback/callback.ts';
import { INSTANCE_HEADER } from '#core/doctor/checks/reachability.ts';
import type { Logger } from '#core/environment.ts';
import { StorageFailed } from '#core/errors.ts';
import {
  asksForJson,
  plainHeaders,
  redirect,
  sendBusy,
  sendFault,
  sendJson,
  sendRefusal,
  sendResult,
  sendText,
} from './answers.ts';
import { isInsideWeChat } from './preference.ts';

/** Longer than any state, code, entry id or param (`Param` allows 512 characters). */
const longestValue = 512;
const verificationFile = /^MP_verify_[A-Za-z0-9]{8,64}\.txt$/;

/** A parameter's text, undefined when absent, null when repeated or absurdly long. */
function single(value: unknown): string | undefined | null {
  if (value === undefined) return undefined;
  return typeof value === 'string' && value.length <= longestValue ? value : null;
}

/** Routes only: nothing listens here. Call `routing` with each request once `ready()`. */
export function createCallbackRoutes(callback: Callback, logger: Logger): FastifyInstance {
  const server = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    // A phone whose request arrives while we close keeps its code: it is served, then the connection ends.
    return503OnClosing: false,
    bodyLimit: 4096,
    routerOptions: { maxParamLength: longestValue },
    frameworkErrors: (_error, request, reply) => void sendFault(request, reply, 'notFound'),
  });
  // No route reads a body; forms and JSON clients send what they like, within the limit.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));

  async function go(request: FastifyRequest, reply: FastifyReply) {
    const { entryId } = request.params as { entryId: string };
    const param = single((request.query as { param?: unknown }).param);
    if (param === null) return sendRefusal(request, reply, 'bad_state');
    const insideWeChat = isInsideWeChat(request.headers['user-agent'], request.headers.accept);
    const answer = await callback.go({ entryId, param, insideWeChat });
    if (answer.kind === 'refused') return sendRefusal(request, reply, answer.refusal);
    return redirect(reply, 302, answer.location);
  }

  async function visit(request: FastifyRequest, reply: FastifyReply) {
    const query = request.query as { code?: unknown; state?: unknown };
    const code = single(query.code);
    const state = single(query.state);
    if (code === null || state === null) return sendRefusal(request, reply, 'bad_state');
    const outcome = await callback.visit({ code, state });
    if (outcome.kind === 'refused') return sendRefusal(request, reply, outcome.refusal);
    if (outcome.kind === 'busy') return sendBusy(request, reply);
    return redirect(reply, 303, `/r/${outcome.key}`);
  }

  function result(request: FastifyRequest, reply: FastifyReply) {
    const found = callback.result((request.params as { key: string }).key);
    return found === null ? sendFault(request, reply, 'unknownResult') : sendResult(request, reply, found);
  }

  async function recheck(request: FastifyRequest, reply: FastifyReply) {
    const found = await callback.recheck((request.params as { key: string }).key);
    if (found === null) return sendFault(request, reply, 'unknownResult');
    return asksForJson(request) ? sendJson(reply, 200, found) : redirect(reply, 303, `/r/${found.key}`);
  }

  server.get('/go/:entryId', go);
  server.get('/callback', visit);
  // Link scanners look before they open: that must neither spend a code nor begin a visit.
  for (const path of ['/go/:entryId', '/callback'])
    server.head(path, (_request, reply) => reply.headers(plainHeaders).send());
  server.get('/r/:key', { exposeHeadRoute: true }, result);
  server.post('/r/:key/recheck', recheck);
  server.get('/healthz', { exposeHeadRoute: true }, (_request, reply) =>
    sendJson(reply.header(INSTANCE_HEADER, callback.instance), 200, { ok: true }),
  );
  server.get('/:file', { exposeHeadRoute: true }, (request, reply) => {
    const { file } = request.params as { file: string };
    const body = verificationFile.test(file) ? callback.verificationFile(file) : null;
    return body === null ? sendFault(request, reply, 'notFound') : sendText(reply, body);
  });

  server.setNotFoundHandler((request, reply) => sendFault(request, reply, 'notFound'));
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error instanceof StorageFailed) return sendFault(request, reply, 'storageFailed');
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendFault(request, reply, 'notFound', error.statusCode);
    logger.error(
      { err: error, route: request.routeOptions.url },
      'the callback listener failed unexpectedly',
    );
    return sendFault(request, reply, 'failed');
  });
  return server;
}
