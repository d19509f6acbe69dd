/**
 * The board for a browser that is not signed in, such as a projector's. The rule: its key reads the board and
 * nothing else; the key travels in the address's fragment, which no server and no log ever sees.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#core/app.ts';
import { boardOnly, type ConsoleRouter } from '../router/router.ts';
import { sendError } from './json-errors.ts';
import { bearer } from './sign-in.ts';

/** Keys cannot be guessed; this is for the patience of whoever tries. Right keys always pass. */
const wrongKeys = { max: 10, timeWindow: '1 minute' };
const PAGE = 'board.html';

export interface BoardRouteDependencies {
  app: Pick<App, 'board'>;
  router: Pick<ConsoleRouter, 'board'>;
  isSignedIn(request: FastifyRequest): boolean;
  /** The built console. */
  staticFolder: string;
}

/** A Fastify plugin: `GET /board`, the page, which holds nothing; `/board/rpc/*`, what it shows. */
export function boardRoutes({ app, router, isSignedIn, staticFolder }: BoardRouteDependencies) {
  const isBuilt = existsSync(join(staticFolder, PAGE));

  return async function register(scope: FastifyInstance): Promise<void> {
    const rpc = new RPCHandler(boardOnly(router));
    await scope.register(rateLimit, { global: false });
    const countWrongKey = scope.createRateLimit(wrongKeys);

    async function admit(request: FastifyRequest, reply: FastifyReply) {
      reply.header('Cache-Control', 'no-store');
      const key = bearer(request);
      if (key === null ? isSignedIn(request) : app.board.key.admits(key)) return;
      const limit = await countWrongKey(request);
      if (!limit.isAllowed && limit.isExceeded) {
        return sendError(reply.header('Retry-After', limit.ttlInSeconds), 429);
      }
      return sendError(reply, 401, { message: 'Send the key of the board' });
    }

    scope.get('/board', (_request, reply) =>
      isBuilt
        ? reply.sendFile(PAGE)
        : sendError(reply, 503, { message: 'The console is not built: npm run build' }),
    );
    scope.all('/board/rpc/*', { onRequest: admit }, async (request, reply) => {
      const { matched } = await rpc.handle(request, reply, { prefix: '/board/rpc' });
      if (!matched) return sendError(reply, 404);
    });
  };
}
