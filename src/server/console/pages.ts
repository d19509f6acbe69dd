/**
 * The console's own files, as the build left them. The rule: every address that is not a file is a place
 * inside the console and gets `index.html`, but only with a session; without one it is the sign-in page.
 */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './json-errors.ts';
import type { SignIn } from './sign-in.ts';

/** A page is asked for by people; a missing picture or map must stay missing. */
function asksForPage({ method, headers, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? '';
  const named = /\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html');
  return method === 'GET' && !named && headers.accept?.includes('text/html') === true;
}

/** Registers at the root, because what nobody else answers ends here. */
export async function servePages(
  server: FastifyInstance,
  { staticFolder, signIn }: { staticFolder: string; signIn: SignIn },
): Promise<void> {
  const isBuilt = existsSync(join(staticFolder, 'index.html'));

  function sendConsole(request: FastifyRequest, reply: FastifyReply) {
    const { link } = request.query as { link?: unknown };
    if (request.method === 'GET' && typeof link === 'string') return signIn.follow(request, reply, link);
    if (!signIn.isSignedIn(request)) return signIn.sendPage(request, reply, null);
    if (!isBuilt) return sendError(reply, 503, { message: 'The console is not built: npm run build' });
    return reply.sendFile('index.html');
  }

  if (isBuilt) {
    await server.register(serveStatic, {
      root: staticFolder,
      index: false,
      cacheControl: false,
      allowedPath: (path) => path !== '/index.html',
      setHeaders(reply, path) {
        // The build writes a hash into the name of everything under assets: a name never changes its meaning.
        const hashed = path.includes(`${sep}assets${sep}`);
        reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.get('/', sendConsole);
  server.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? sendConsole(request, reply) : sendError(reply, 404),
  );
}
