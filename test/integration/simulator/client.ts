/** A small client of the simulator for its own tests: real sockets, one simulator per test. */
import { onTestFinished } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/platform.ts';

type Json = Record<string, unknown>;

export interface Client {
  simulator: Simulator;
  appId: string;
  secret: string;
  get(path: string, query?: Record<string, string>): Promise<Json>;
  post(path: string, body: unknown, query?: Record<string, string>): Promise<Json>;
  /** A stable global token. */
  token(): Promise<string>;
  openid(who: string): string;
  /** An authorize link that a phone could open. */
  link(changes?: { as?: string; scope?: string; redirectUri?: string; state?: string }): string;
  /** Where the phone is sent when `as` opens the link. */
  scan(as: string, scope?: string): Promise<URL>;
  /** The code a scan brings back. */
  code(as: string, scope?: string): Promise<string>;
}

export async function openClient(options?: SimulatorOptions): Promise<Client> {
  const simulator = await startSimulator(options);
  onTestFinished(() => simulator.close());
  const [app] = simulator.apps;
  if (app === undefined) throw new Error('a simulator without apps');
  const { appId, appSecret: secret } = app;

  async function ask(path: string, query: Record<string, string>, init?: RequestInit): Promise<Json> {
    const response = await fetch(`${simulator.url}${path}?${new URLSearchParams(query)}`, init);
    return (await response.json()) as Json;
  }

  const client: Client = {
    simulator,
    appId,
    secret,
    get: (path, query = {}) => ask(path, query),
    post: (path, body, query = {}) =>
      ask(path, query, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    async token() {
      const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: false };
      const answer = await client.post('/cgi-bin/stable_token', body);
      return `${answer.access_token}`;
    },
    openid(who) {
      const person = simulator.people.find(who);
      if (person === undefined) throw new Error(`nobody called ${who}`);
      return person.openid;
    },
    link({ as, scope = 'snsapi_base', redirectUri = 'http://127.0.0.1:9/callback', state = 'abc123' } = {}) {
      const query = `appid=${appId}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code`;
      const chosen = as === undefined ? '' : `&as=${as}`;
      return `${simulator.url}/connect/oauth2/authorize?${query}&scope=${scope}&state=${state}${chosen}`;
    },
    async scan(as, scope) {
      const response = await fetch(client.link({ as, scope }), { redirect: 'manual' });
      return new URL(response.headers.get('location') ?? '');
    },
    code: async (as, scope) => (await client.scan(as, scope)).searchParams.get('code') ?? '',
  };
  return client;
}
