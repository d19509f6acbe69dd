/**
 * How a browser or a program shows that it may use the console. The rule: a program sends the token each
 * time; a browser exchanges a link or the token once for a cookie that no script can read.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '#core/callback/pages/language.ts';
import { isFromOurPage } from './guard.ts';
import { sendError } from './json-errors.ts';
import type { Sessions } from './session.ts';
import { type SignInTrouble, signInPage, signInPolicy } from './sign-in-page.ts';

/** Cookies know no ports: two FollowDesks on one machine must not sign each other out. */
function cookieName(request: FastifyRequest): string {
  return `followdesk_session_${request.socket.localPort}`;
}

/** What an `Authorization: Bearer …` holds, or null. */
export function bearer({ headers }: FastifyRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn(sessions: Sessions) {
  function hasToken(request: FastifyRequest): boolean {
    const token = bearer(request);
    return token !== null && sessions.isToken(token);
  }

  function hasCookie(request: FastifyRequest): boolean {
    return sessions.isSession(request.cookies[cookieName(request)] ?? '');
  }

  function sendPage(request: FastifyRequest, reply: FastifyReply, trouble: SignInTrouble | null) {
    return reply
      .code(trouble === 'too_often' ? 429 : 401)
      .type('text/html; charset=utf-8')
      .header('Content-Security-Policy', signInPolicy)
      .header('Cache-Control', 'no-store')
      .send(signInPage(languageOf(request.headers['accept-language']), trouble));
  }

  function enter(request: FastifyRequest, reply: FastifyReply, session: string) {
    return reply
      .setCookie(cookieName(request), session, { path: '/', httpOnly: true, sameSite: 'strict' })
      .header('Cache-Control', 'no-store')
      .redirect('/', 303);
  }

  /** The one-time link. A browser that is signed in already may follow an old one again. */
  function follow(request: FastifyRequest, reply: FastifyReply, link: string) {
    const session = sessions.redeem(link);
    if (session !== null) return enter(request, reply, session);
    if (hasCookie(request)) return reply.redirect('/', 303);
    return sendPage(request, reply, 'used_link');
  }

  return {
    /** For every route that needs a session: answers 401 or 403 itself. */
    async admit(request: FastifyRequest, reply: FastifyReply) {
      if (hasToken(request)) return;
      if (!hasCookie(request)) return sendError(reply, 401);
      if (!isFromOurPage(request)) return sendError(reply, 403);
    },
    isSignedIn: (request: FastifyRequest) => hasToken(request) || hasCookie(request),
    /** It sent the console token itself, which no browser does. */
    isProgram: hasToken,
    sendPage,
    follow,
    /** A Fastify plugin: `GET /session?link=…` and the form's `POST /session`. */
    async routes(scope: FastifyInstance): Promise<void> {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 4096 },
        (_request, body, done) => done(null, new URLSearchParams(String(body))),
      );
      await scope.register(rateLimit, { global: false });
      scope.get('/session', { exposeHeadRoute: false }, (request, reply) => {
        const { link } = request.query as { link?: unknown };
        return typeof link === 'string' ? follow(request, reply, link) : sendPage(request, reply, null);
      });
      scope.post(
        '/session',
        {
          config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
          errorHandler: (error, request, reply) =>
            error.statusCode === 429 ? sendPage(request, reply, 'too_often') : sendError(reply, 400),
        },
        (request, reply) => {
          const form = request.body instanceof URLSearchParams ? request.body : null;
          const session = sessions.signIn(form?.get('token')?.trim() ?? '');
          return session === null ? sendPage(request, reply, 'wrong_token') : enter(request, reply, session);
        },
      );
    },
  };
}
