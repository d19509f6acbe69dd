/**
 * Serves the endpoints the way WeChat does: HTTP 200 for every answer, the method before anything else, then
 * the token, then the quota. The rule: a call is carried out when it arrives and only its answer is late, so a
 * client that gives up on a slow code exchange has spent the code, as in life.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Apps, SimulatedApp } from './apps.ts';
import { breakAnswer, isBroken } from './broken-answers.ts';
import type { Calls } from './calls.ts';
import type { ApiCall, Endpoint } from './endpoint.ts';
import type { FaultBoard, Strike } from './faults.ts';
import { clientIpOf, isListed, refuseIp } from './ip-refusal.ts';
import type { Quota } from './quota.ts';
import { isRefusal, type Refusal, type RefusalLog, readJson, refuse } from './refusals.ts';
import { hasRight } from './rights.ts';
import type { Tokens } from './tokens.ts';

const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const personalText = /"(openid|unionid|remark|language|nickname|subscribe_scene|qr_scene_str)":"/g;
const unsaid = new Set(['access_token', 'secret', 'code', 'refresh_token']);

export interface ApiParts {
  apps: Apps;
  tokens: Tokens;
  quota: Quota;
  refusals: RefusalLog;
  faultBoard: FaultBoard;
  calls: Calls;
  latencyMs: number;
  clock: () => number;
  onCall?: OnCall;
}

/** Hears of every request as it arrives, its token and all; `body` as it was sent, empty when there is none. */
export type OnCall = (path: string, query: Readonly<Record<string, unknown>>, body: string) => void;

function readCall(request: FastifyRequest, path: string): ApiCall {
  const query = request.query as Record<string, string | string[] | undefined>;
  for (const name in query) {
    const value = query[name];
    if (typeof value === 'object') query[name] = value[0];
  }
  return { path, query: query as Record<string, string | undefined>, body: bodyOf(request) };
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
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
  if (strike?.markup) {
    spoilt = spoilt
      .replaceAll('"subscribe":1,', '"subscribe":1,"nickname":"","headimgurl":"javascript:alert(1)",')
      .replaceAll(personalText, '$&<script>alert(1)</script>');
  }
  return spoilt;
}

function htmlPage(title: string): string {
  return `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`;
}

export function serveApi(server: FastifyInstance, endpoints: readonly Endpoint[], parts: ApiParts): void {
  const { apps, tokens, quota, refusals, faultBoard, calls, latencyMs, clock, onCall } = parts;

  function answer(endpoint: Endpoint, call: ApiCall): object {
    if (endpoint.needs === 'nothing') return endpoint.answer(call);
    const checked = tokens.check(call.query.access_token);
    if (isRefusal(checked)) return checked;
    const app = apps.find(checked.appId);
    if (app === undefined) return refuse(40013);
    if (app.ipWhitelistGuardsAll && !isListed(app)) return refuseIp(app);
    if (endpoint.right !== undefined && !hasRight(app, endpoint.right)) return refuse(48001);
    if (!quota.take(app.appId, endpoint.path)) return refuse(45009);
    return endpoint.answer({ ...call, app });
  }

  /** Whose call it is, as far as it says so itself: by its token, or by the AppID it names. */
  function callerOf({ query, body }: ApiCall): SimulatedApp | undefined {
    const checked = tokens.check(query.access_token);
    if (!isRefusal(checked)) return apps.find(checked.appId);
    if (query.appid !== undefined) return apps.find(query.appid);
    const json = readJson(body);
    return isRefusal(json) ? undefined : apps.find(`${json.value.appid}`);
  }

  /** What a fault answers instead; an address that is refused is the caller's own. */
  function refusalOf(
    { refusal, ipFormat }: NonNullable<Strike['instead']>,
    call: ApiCall,
  ): Refusal | undefined {
    const nobodys = refuse(40164);
    const isNobodys = refusal?.errcode === nobodys.errcode && refusal.errmsg === nobodys.errmsg;
    return isNobodys ? refuseIp(callerOf(call) ?? apps.first, ipFormat) : refusal;
  }

  function carryOut(endpoint: Endpoint, request: FastifyRequest, strike: Strike | undefined): string {
    const call = readCall(request, endpoint.path);
    const refusal =
      (strike?.instead && refusalOf(strike.instead, call)) ??
      (request.method === endpoint.method ? undefined : refuse(endpoint.method === 'GET' ? 43001 : 43002));
    const answered = refusal ?? answer(endpoint, call);
    if (!isRefusal(answered)) return spoil(JSON.stringify(answered), strike);
    const caller = callerOf(call);
    const stamped = refusals.stamp({
      appId: caller?.appId,
      path: call.path,
      url: addressOf(call),
      body: call.body,
      clientIp: clientIpOf(caller ?? apps.first),
      refusal: answered,
    });
    return JSON.stringify(stamped);
  }

  function finish(reply: FastifyReply, path: string, strike: Strike | undefined, text: string): void {
    const instead = strike?.instead;
    // Node dates its answers by its own clock; another time is the platform's to say.
    if (strike?.dateSkew || clock !== Date.now) {
      reply.header('date', new Date(clock() + (strike?.dateSkew ?? 0) * 1000).toUTCString());
    }
    if (instead?.name === 'reset' || instead?.name === 'lostAnswer') {
      reply.hijack();
      reply.raw.destroy();
    } else if (isBroken(instead?.name)) {
      reply.hijack();
      breakAnswer(reply.raw, instead.name, text);
    } else if (instead?.name === 'garbage') {
      void reply.type('text/html').send(htmlPage('微信公众平台'));
    } else if (instead?.status !== undefined) {
      void reply
        .code(instead.status)
        .type('text/html')
        .send(htmlPage(`${instead.status}`));
    } else {
      // Web authorization answers JSON as plain text; clients must not go by the type.
      const type = path.startsWith('/sns/') ? 'text/plain' : 'application/json; charset=utf-8';
      void reply.header('content-type', type).send(text);
    }
  }

  function later(strike: Strike | undefined, act: () => void): void {
    const wait = latencyMs + (strike?.delay ?? 0);
    if (wait <= 0) act();
    // Unref'd: a late answer must not keep a closed simulator's process alive.
    else setTimeout(act, wait).unref();
  }

  for (const endpoint of endpoints) {
    server.route({
      method: everyMethod,
      url: endpoint.path,
      handler(request, reply) {
        calls.add(endpoint.path);
        onCall?.(endpoint.path, request.query as Record<string, unknown>, bodyOf(request));
        const strike = faultBoard.strike(endpoint.path);
        const instead = strike?.instead;
        const done = instead === undefined || instead.name === 'lostAnswer' || isBroken(instead.name);
        const skipped = !done && instead.refusal === undefined;
        const text = skipped ? '' : carryOut(endpoint, request, strike);
        later(strike, () => finish(reply, endpoint.path, strike, text));
      },
    });
  }

  // Any answer tells the time, even one to nothing in particular.
  server.head('/', (_request, reply) => {
    const strike = faultBoard.strike('/');
    later(strike, () => finish(reply, '/', strike, ''));
  });
}
