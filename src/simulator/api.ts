/**
 * Serves the endpoints the way WeChat does: HTTP 200 for every answer, the method before anything else, then
 * the token, then the quota. The rule: a call is carried out when it arrives and only its answer is late, so a
 * client that gives up on a slow code exchange has spent the code, as in life.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Apps } from './apps.ts';
import type { Calls } from './calls.ts';
import type { ApiCall, Endpoint } from './endpoint.ts';
import type { FaultBoard, Strike } from './faults.ts';
import type { Quota } from './quota.ts';
import { isRefusal, type RefusalLog, refuse } from './refusals.ts';
import type { Tokens } from './tokens.ts';

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const unsaid = new Set(['access_token', 'secret', 'code', 'refresh_token']);

export interface ApiParts {
  apps: Apps;
  tokens: Tokens;
  quota: Quota;
  refusals: RefusalLog;
  faultBoard: FaultBoard;
  calls: Calls;
  latencyMs: number;
}

function readCall(request: FastifyRequest, path: string): ApiCall {
  const query = request.query as Record<string, string | string[] | undefined>;
  for (const name in query) {
    const value = query[name];
    if (typeof value === 'object') query[name] = value[0];
  }
  const body = typeof request.body === 'string' ? request.body : '';
  return { path, query: query as Record<string, string | undefined>, body };
}

function addressOf({ path, query }: ApiCall): string {
  const said = new URLSearchParams();
  for (const [name, value = ''] of Object.entries(query)) said.append(name, unsaid.has(name) ? '' : value);
  return `${path}?${said}`;
}

function spoil(text: string, strike: Strike | undefined): string {
  let spoilt = text;
  if (strike?.missingSubscribe) spoilt = spoilt.replaceAll(/"subscribe":[01],/g, '');
  if (strike?.controlCharacters) spoilt = spoilt.replaceAll('"remark":"', '"remark":"\u0001');
  return spoilt;
}

function htmlPage(title: string): string {
  return `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`;
}

export function serveApi(server: FastifyInstance, endpoints: readonly Endpoint[], parts: ApiParts): void {
  const { apps, tokens, quota, refusals, faultBoard, calls, latencyMs } = parts;

  function answer(endpoint: Endpoint, call: ApiCall): { answer: object; appId?: string } {
    if (endpoint.needs === 'nothing') return { answer: endpoint.answer(call) };
    const checked = tokens.check(call.query.access_token);
    if (isRefusal(checked)) return { answer: checked };
    const app = apps.find(checked.appId);
    if (app === undefined) return { answer: refuse(40013) };
    const { appId } = app;
    if (!quota.take(appId, endpoint.path)) return { answer: refuse(45009), appId };
    return { answer: endpoint.answer({ ...call, app }), appId };
  }

  function carryOut(endpoint: Endpoint, request: FastifyRequest, strike: Strike | undefined): string {
    const call = readCall(request, endpoint.path);
    const refusal =
      strike?.instead?.refusal ??
      (request.method === endpoint.method ? undefined : refuse(endpoint.method === 'GET' ? 43001 : 43002));
    const done = refusal === undefined ? answer(endpoint, call) : { answer: refusal };
    if (!isRefusal(done.answer)) return spoil(JSON.stringify(done.answer), strike);
    const stamped = refusals.stamp({
      appId: done.appId,
      path: call.path,
      url: addressOf(call),
      body: call.body,
      clientIp: request.ip,
      refusal: done.answer,
    });
    return JSON.stringify(stamped);
  }

  function finish(reply: FastifyReply, endpoint: Endpoint, strike: Strike | undefined, text: string): void {
    const instead = strike?.instead;
    if (instead?.name === 'reset' || instead?.name === 'lostAnswer') {
      reply.hijack();
      reply.raw.destroy();
    } else if (instead?.name === 'garbage') {
      void reply.type('text/html').send(htmlPage('微信公众平台'));
    } else if (instead?.status !== undefined) {
      void reply
        .code(instead.status)
        .type('text/html')
        .send(htmlPage(`${instead.status}`));
    } else {
      // Web authorization answers JSON as plain text; clients must not go by the type.
      const type = endpoint.path.startsWith('/sns/') ? 'text/plain' : 'application/json; charset=utf-8';
      void reply.header('content-type', type).send(text);
    }
  }

  for (const endpoint of endpoints) {
    server.route({
      method: everyMethod,
      url: endpoint.path,
      handler(request, reply) {
        calls.add(endpoint.path);
        const strike = faultBoard.strike(endpoint.path);
        const undone = strike?.instead !== undefined && strike.instead.name !== 'lostAnswer';
        const skipped = undone && strike.instead?.refusal === undefined;
        const text = skipped ? '' : carryOut(endpoint, request, strike);
        const wait = latencyMs + (strike?.delay ?? 0);
        if (wait <= 0) finish(reply, endpoint, strike, text);
        // Unref'd: a late answer must not keep a closed simulator's process alive.
        else setTimeout(() => finish(reply, endpoint, strike, text), wait).unref();
      },
    });
  }
}
