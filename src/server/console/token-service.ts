/**
 * The one route that hands out an access token: `GET /api/accounts/{id}/token?reveal`, for an organisation's
 * other systems. The rule: only the account's own key opens it, neither the console token nor a session does,
 * and whoever has no key learns nothing, not even which accounts there are.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import { toContractError } from '../router/errors.ts';
import { sendError } from './json-errors.ts';
import { bearer } from './sign-in.ts';

/** Keys cannot be guessed; this is for the log and the patience of whoever tries. Right keys always pass. */
const wrongKeys = { max: 10, timeWindow: '1 minute' };

/** Chooses this route over the console's own route of the same path, which shows the status without a token. */
const revealConstraint = {
  name: 'reveal',
  storage() {
    const handlers = new Map<unknown, never>();
    return {
      get: (value: unknown) => handlers.get(value) ?? null,
      set: (value: unknown, handler: never) => void handlers.set(value, handler),
    };
  },
  deriveConstraint({ url = '' }: { url?: string }): string | undefined {
    const queryAt = url.indexOf('?');
    const isAsked = queryAt >= 0 && new URLSearchParams(url.slice(queryAt)).has('reveal');
    return isAsked ? 'yes' : undefined;
  },
};

export interface TokenServiceDependencies {
  app: App;
  isSignedIn(request: FastifyRequest): boolean;
  logger: Logger;
}

/** A Fastify plugin. */
export function tokenServiceRoutes({ app, isSignedIn, logger }: TokenServiceDependencies) {
  function sendFailure(reply: FastifyReply, failure: unknown) {
    const { error, known } = toContractError(failure);
    if (!known) logger.error({ err: failure }, 'the token service failed unexpectedly');
    const { status, code, message, data } = error;
    return reply.code(status).send({ code, message, data: data ?? {} });
  }

  return async function register(scope: FastifyInstance): Promise<void> {
    await scope.register(rateLimit, { global: false });
    const countWrongKey = scope.createRateLimit(wrongKeys);

    async function refuse(request: FastifyRequest, reply: FastifyReply) {
      if (isSignedIn(request)) {
        return sendError(reply, 403, { message: 'Only the key of this account’s token service opens this' });
      }
      const limit = await countWrongKey(request);
      if (!limit.isAllowed && limit.isExceeded) {
        return sendError(reply.header('Retry-After', limit.ttlInSeconds), 429);
      }
      return sendError(reply, 401, { message: 'Send the key of this account’s token service' });
    }

    scope.get<{ Params: { id: string } }>(
      '/api/accounts/:id/token',
      { exposeHeadRoute: false, constraints: { reveal: 'yes' } },
      async (request, reply) => {
        reply.header('Cache-Control', 'no-store');
        const key = bearer(request);
        const isDoubted = /\bno-cache\b/i.test(request.headers['cache-control'] ?? '');
        try {
          const revealed = key === null ? null : await app.tokens.reveal(request.params.id, key, isDoubted);
          if (revealed === null) return refuse(request, reply);
          const { token, expiresIn, expiresAt } = revealed;
          const answer = { access_token: token, expires_in: expiresIn };
          return reply.send({ ...answer, expires_at: new Date(expiresAt).toISOString() });
        } catch (error) {
          return sendFailure(reply, error);
        }
      },
    );
  };
}

/** For the server that the routes above are registered with, before they are. */
export function addRevealConstraint(server: FastifyInstance): void {
  server.addConstraintStrategy(revealConstraint);
}
