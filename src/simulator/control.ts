/**
 * The simulator's own switches over HTTP, for tests and benchmarks that run it as a process. The rule: only
 * this machine may use them — a page on the internet or a phone on the LAN may not.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Administration } from './administration.ts';
import { serveAppControl } from './app-control.ts';
import type { Apps } from './apps.ts';
import type { CallCounts } from './calls.ts';
import { isFaultName } from './fault-kinds.ts';
import type { FaultOptions, Faults } from './faults.ts';
import { AccountFull, type People, type Person } from './people.ts';

const listed = 1000;

export interface ControlParts {
  apps: Apps;
  administration: Administration;
  people: People;
  faults: Faults;
  calls: CallCounts;
  reset(): void;
}

function isLoopbackName(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Host guards against DNS rebinding, Origin against a foreign page's form, the address against the LAN. */
function isFromThisMachine({ headers, socket }: FastifyRequest): boolean {
  const { host, origin } = headers;
  if (host === undefined || !isLoopbackName(host)) return false;
  if (origin !== undefined && !(URL.canParse(origin) && isLoopbackName(new URL(origin).host))) return false;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return address === '::1' || address.startsWith('127.');
}

function readBody(body: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(typeof body === 'string' && body !== '' ? body : '{}');
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function tell({ openid, appId, kind, name, following, subscribeTime }: Person): object {
  return { openid, appId, kind, name, subscribe: following ? 1 : 0, subscribeTime };
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function readOptions(entry: Record<string, unknown>): FaultOptions {
  const { times, probability, value, paths } = entry;
  const texts = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : undefined;
  return { times: number(times), probability: number(probability), value: number(value), paths: texts };
}

/** Make `faults` hold exactly what the list asks for; false, and nothing changed, when it cannot be read. */
function replaceFaults(faults: Faults, list: unknown): boolean {
  if (!Array.isArray(list)) return false;
  const steps: (() => void)[] = [];
  for (const entry of list as Record<string, unknown>[]) {
    if (typeof entry !== 'object' || entry === null) return false;
    const { name, errcode, errmsg } = entry;
    const options = readOptions(entry);
    if (name === 'answer') {
      const path = typeof entry.path === 'string' ? entry.path : options.paths?.[0];
      if (path === undefined || typeof errcode !== 'number') return false;
      const text = typeof errmsg === 'string' ? errmsg : undefined;
      steps.push(() => faults.answer({ ...options, path, errcode, errmsg: text }));
    } else if (typeof name === 'string' && isFaultName(name)) {
      steps.push(() => faults.on(name, options));
    } else return false;
  }
  faults.off();
  for (const step of steps) step();
  return true;
}

export function serveControl(server: FastifyInstance, parts: ControlParts): void {
  const { apps, administration, people, faults, calls, reset } = parts;
  server.addHook('onRequest', async (request, reply) => {
    if (!isFromThisMachine(request)) await reply.code(403).send({ error: 'Only this machine may do that.' });
  });

  server.get<{ Querystring: { appId?: string } }>('/simulator/people', async ({ query }) => {
    const everyone = people.list(query.appId);
    return { total: everyone.length, people: everyone.slice(0, listed).map(tell) };
  });

  server.post('/simulator/people', async (request, reply) => {
    const body = readBody(request.body);
    const count = number(body?.count);
    if (count === undefined || !Number.isInteger(count) || count < 0 || count > 1_000_000) {
      return reply.code(400).send({ error: 'Expected {"count":1..1000000,"followEvery":n}.' });
    }
    return { openids: people.addMany(count, { followEvery: number(body?.followEvery) }) };
  });

  server.post<{ Params: { who: string } }>('/simulator/people/:who', async (request, reply) => {
    const body = readBody(request.body);
    if (body?.subscribe !== 0 && body?.subscribe !== 1) {
      return reply.code(400).send({ error: 'Expected {"subscribe":0} or {"subscribe":1}.' });
    }
    const appId = typeof body.appId === 'string' ? body.appId : undefined;
    const person = people.find(request.params.who, appId);
    if (person === undefined) return reply.code(404).send({ error: 'Nobody of that name.' });
    try {
      return tell(body.subscribe === 1 ? people.follow(person.openid) : people.unfollow(person.openid));
    } catch (error) {
      if (!(error instanceof AccountFull)) throw error;
      return reply.code(409).send({ error: error.message });
    }
  });

  serveAppControl(server, apps, administration);

  server.get('/simulator/faults', async () => ({ faults: faults.list() }));

  server.put('/simulator/faults', async (request, reply) => {
    if (!replaceFaults(faults, readBody(request.body)?.faults)) {
      return reply.code(400).send({ error: 'Expected {"faults":[{"name":…,"times":…}]}.' });
    }
    return { faults: faults.list() };
  });

  server.get('/simulator/calls', async () => calls.all());

  server.post('/simulator/reset', async (_request, reply) => {
    reset();
    return reply.code(204).send();
  });
}
