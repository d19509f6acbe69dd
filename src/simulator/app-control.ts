/** An account's settings over HTTP, and what administrators and other systems do to it; guarded by `control.ts`. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Administration, ForeignFetch } from './administration.ts';
import { readSettings, settingNames } from './app-settings.ts';
import type { Apps, SimulatedApp } from './apps.ts';
import { clientIpOf } from './ip-refusal.ts';
import { readJson } from './refusals.ts';

type Params = { Params: { appId: string } };

function readBody(body: unknown): Record<string, unknown> | undefined {
  const read = readJson(typeof body === 'string' && body !== '' ? body : '{}');
  return 'value' in read ? read.value : undefined;
}

/** Everything but the AppSecret, with the defaults that matter written out. */
function tell(app: SimulatedApp): object {
  const { appSecret: _unsaid, ...said } = app;
  return {
    ...said,
    kind: app.kind ?? 'service',
    verified: app.verified ?? true,
    secretState: app.secretState ?? 'ok',
    ipWhitelist: app.ipWhitelist ?? null,
    clientIp: clientIpOf(app),
    ipRefusalFormat: app.ipRefusalFormat ?? 5,
    redirectDomains: app.redirectDomains ?? null,
    redirectScheme: app.redirectScheme ?? null,
  };
}

function readFetch({
  mode,
  force,
  overlapSeconds: overlap,
}: Record<string, unknown>): ForeignFetch | undefined {
  if (mode !== undefined && mode !== 'classic' && mode !== 'stable') return undefined;
  if (force !== undefined && typeof force !== 'boolean') return undefined;
  if (overlap !== undefined && !(typeof overlap === 'number' && overlap >= 0)) return undefined;
  return { mode, force, overlapSeconds: overlap };
}

function refuse(reply: FastifyReply, error: string, status = 400): FastifyReply {
  return reply.code(status).send({ error });
}

export function serveAppControl(server: FastifyInstance, apps: Apps, administration: Administration): void {
  const nobody = 'No such app.';

  server.get('/simulator/apps', async () => ({ apps: apps.list.map(tell) }));

  server.get<Params>('/simulator/apps/:appId', (request, reply) => {
    const app = apps.find(request.params.appId);
    return app === undefined ? refuse(reply, nobody, 404) : reply.send(tell(app));
  });

  server.post<Params>('/simulator/apps/:appId', ({ params: { appId }, body }, reply) => {
    if (apps.find(appId) === undefined) return refuse(reply, nobody, 404);
    const json = readBody(body);
    const settings = json === undefined ? { unreadable: 'the body' } : readSettings(json);
    if ('unreadable' in settings) {
      return refuse(reply, `Cannot read ${settings.unreadable}. Settings: ${settingNames.join(', ')}.`);
    }
    return reply.send(tell(administration.configure(settings, appId)));
  });

  server.post<Params>('/simulator/apps/:appId/fetch-token', ({ params: { appId }, body }, reply) => {
    if (apps.find(appId) === undefined) return refuse(reply, nobody, 404);
    const json = readBody(body);
    const fetch = json && readFetch(json);
    if (fetch === undefined) {
      return refuse(reply, 'Expected {"mode":"classic"|"stable","force":false,"overlapSeconds":300}.');
    }
    return reply.send(administration.fetchToken(fetch, appId));
  });

  server.post<Params>('/simulator/apps/:appId/verify-domain', async ({ params: { appId }, body }, reply) => {
    if (apps.find(appId) === undefined) return refuse(reply, nobody, 404);
    const { domain, file } = readBody(body) ?? {};
    if (typeof domain !== 'string' || typeof file !== 'string') {
      return refuse(reply, 'Expected {"domain":"desk.example","file":"MP_verify_….txt"}.');
    }
    return reply.send(await administration.verifyDomain({ domain, file }, appId));
  });
}
