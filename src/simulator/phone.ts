/**
 * What happens on the phone: the authorize link, the choice of who scans, and following afterwards. The rule:
 * every answer to a valid link is a plain redirect to the callback, exactly as WeChat sends it.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Apps, SimulatedApp } from './apps.ts';
import {
  type AuthorizeRequest,
  callbackUrl,
  type PageError,
  pageError,
  readAuthorizeLink,
} from './authorize.ts';
import type { Calls } from './calls.ts';
import { authorizePath } from './fault-kinds.ts';
import type { FaultBoard } from './faults.ts';
import type { OAuth } from './oauth.ts';
import { AccountFull, type Person, type PersonKind, type Population } from './people.ts';
import { accountPage, authorizePage, errorPage, followPage, followPath } from './phone-page.ts';
import type { SceneCodes } from './scene-codes.ts';

const androidAgent =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile MicroMessenger/8.0.50';

export interface PhoneParts {
  apps: Apps;
  population: Population;
  oauth: OAuth;
  codes: SceneCodes;
  faultBoard: FaultBoard;
  calls: Calls;
  /** Ends what the simulator itself has under way. */
  closing: AbortSignal;
}

function show(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'",
    })
    .send(html);
}

// WeChat shows its page errors with status 200: a phone, not a program, reads them.
function showError(reply: FastifyReply, error: PageError, status = 200): FastifyReply {
  return show(reply, errorPage(error), status);
}

export function servePhone(server: FastifyInstance, parts: PhoneParts): void {
  const { apps, population, oauth, codes, faultBoard, calls, closing } = parts;
  const { people } = population;

  function finder(app: SimulatedApp): (kind: PersonKind) => Person | undefined {
    return (kind) => people.find(kind, app.appId);
  }

  function choose(app: SimulatedApp, who: string): Person | undefined {
    if (who === 'new') return people.newcomer(app.appId);
    const person = people.find(who, app.appId);
    return person?.appId === app.appId ? person : undefined;
  }

  /** Some Android phones call twice. Waited for, so that whoever follows the redirect comes second. */
  async function callTwice({ redirectUri, scope, state }: AuthorizeRequest, person: Person): Promise<void> {
    const url = callbackUrl(redirectUri, { code: oauth.mint({ person, scope }), state });
    const signal = AbortSignal.any([closing, AbortSignal.timeout(5000)]);
    try {
      const headers = { 'user-agent': androidAgent };
      const response = await fetch(url, { redirect: 'manual', headers, signal });
      await response.body?.cancel();
    } catch {
      // A callback that cannot be reached is the phone's to discover, with its own request.
    }
  }

  server.get(authorizePath, async (request, reply) => {
    calls.add(authorizePath);
    const strike = faultBoard.strike(authorizePath);
    if (strike?.instead?.refusal !== undefined) {
      return showError(reply, pageError(strike.instead.refusal.errcode, '故障开关 · A switched-on fault'));
    }
    const address = request.raw.url ?? '';
    const rawQuery = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    const link = readAuthorizeLink(rawQuery, apps);
    if (!('redirectUri' in link)) return showError(reply, link);
    const { app, scope, redirectUri, state, as } = link;
    if (as === undefined) {
      return show(reply, authorizePage(link, rawQuery, finder(app), people.lastStranger(app.appId)));
    }
    const person = choose(app, as);
    if (person === undefined)
      return showError(reply, pageError(undefined, '没有这个人 · Nobody of that name'), 404);
    if (app.kind === 'test' && !person.following) {
      return showError(reply, pageError(10006, `“${person.name}”还没关注 · Does not follow yet`));
    }
    reply.header('cache-control', 'no-store');
    if (person.kind === 'declines') return reply.redirect(callbackUrl(redirectUri, { state }));
    population.scanned(person);
    if (strike?.doubleCallback) await callTwice(link, person);
    return reply.redirect(callbackUrl(redirectUri, { code: oauth.mint({ person, scope }), state }));
  });

  /** Follow or unfollow as the form says, then go `to` the page that shows it. */
  function flip(
    reply: FastifyReply,
    app: SimulatedApp,
    fields: URLSearchParams,
    from: { scene: string; qrScene?: number | string },
    to: (person: Person) => string,
  ): FastifyReply {
    const openid = fields.get('openid') ?? '';
    const person = openid === '' ? undefined : choose(app, openid);
    if (person === undefined || person.openid !== openid) {
      return showError(reply, pageError(undefined, '没有这个人 · Nobody of that name'), 404);
    }
    try {
      if (fields.get('follow') === '1') people.follow(openid, from);
      else people.unfollow(openid);
    } catch (error) {
      if (!(error instanceof AccountFull)) throw error;
      return showError(
        reply,
        pageError(undefined, '测试号最多 100 个粉丝 · A test account has room for 100'),
      );
    }
    return reply.redirect(to(person), 303);
  }

  function form(body: unknown): URLSearchParams {
    return new URLSearchParams(typeof body === 'string' ? body : '');
  }

  server.get('/phone/follow', (request, reply) => {
    const { searchParams } = new URL(request.url, 'http://simulator');
    const app = apps.find(searchParams.get('appid') ?? undefined);
    if (app === undefined) return showError(reply, pageError(10016), 404);
    const openid = searchParams.get('openid');
    if (openid === null) return reply.redirect(`/phone/account/${app.appId}`);
    const person = people.find(openid, app.appId);
    if (person === undefined)
      return showError(reply, pageError(undefined, '没有这个人 · Nobody of that name'), 404);
    return show(reply, followPage(app, person));
  });

  server.post('/phone/follow', (request, reply) => {
    const fields = form(request.body);
    const app = apps.find(fields.get('appid') ?? undefined);
    if (app === undefined) return showError(reply, pageError(10016), 404);
    return flip(reply, app, fields, { scene: 'ADD_SCENE_PROFILE_LINK' }, followPath);
  });

  server.get<{ Params: { appId: string } }>('/phone/account/:appId', (request, reply) => {
    const app = apps.find(request.params.appId);
    if (app === undefined) return showError(reply, pageError(10016), 404);
    return show(reply, accountPage(app, finder(app), people.lastStranger(app.appId)));
  });

  type AccountAddress = { Params: { appId: string }; Querystring: { ticket?: string } };
  server.post<AccountAddress>('/phone/account/:appId', ({ params, query, body, url }, reply) => {
    const app = apps.find(params.appId);
    if (app === undefined) return showError(reply, pageError(10016), 404);
    const from = { scene: 'ADD_SCENE_QR_CODE', qrScene: codes.find(query.ticket)?.scene };
    return flip(reply, app, form(body), from, () => url);
  });
}
