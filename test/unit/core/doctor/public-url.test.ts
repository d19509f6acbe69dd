/** The public URL is linted, then called: only this FollowDesk's `/healthz` proves that phones arrive here. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkPublicUrl } from '#core/doctor/checks/public-url.ts';
import type { Account } from '#shared/model/account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { account } from '../followers/scripted-wechat.ts';

const LISTENER = 'http://127.0.0.1:4180';
const noPublicUrl = { publicUrl: () => LISTENER, listenerUrl: () => LISTENER };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function check(facts: Partial<Account>, host = noPublicUrl, timeLimitMs = 2000) {
  return checkPublicUrl({ ...account, ...facts }, host, { fetch, clock: manualClock(), timeLimitMs });
}

const healthy: RequestListener = (request, response) => {
  response.statusCode = request.url === '/healthz' ? 200 : 404;
  response.setHeader('content-type', 'application/json; charset=utf-8').end('{"ok":true}');
};

test('ourselves at the other end: what is left are the rules the address breaks', async () => {
  const url = await serve(healthy);
  expect(await check({ publicUrl: `${url}/` })).toMatchObject({
    state: 'warning',
    actor: 'operator',
    cause: 'not_https',
    facts: { url, rules: 'not_https has_port is_ip loopback', status: '200' },
  });
});

test('the host’s public URL serves accounts that have none of their own, the sandbox excepted', async () => {
  const url = await serve(healthy);
  const host = { publicUrl: () => url, listenerUrl: () => LISTENER };
  expect((await check({}, host)).facts.url).toBe(url);
  expect((await check({ sandbox: true }, host)).state).toBe('skipped');
});

test('no public URL at all: nothing is called; a real account is told', async () => {
  expect(await check({})).toMatchObject({ state: 'warning', cause: 'not_set', facts: {} });
  expect(await check({ sandbox: true })).toMatchObject({ state: 'skipped', cause: null });
});

test.each<[string, RequestListener, string, string]>([
  [
    'a tunnel’s notice page',
    (_, response) => void response.setHeader('content-type', 'text/html').end('<p>'),
    'failed',
    'not_followdesk',
  ],
  [
    'somebody else’s JSON',
    (_, response) => void response.setHeader('content-type', 'application/json').end('{}'),
    'failed',
    'not_followdesk',
  ],
  [
    'a proxy without a door behind it',
    (_, response) => void response.writeHead(502).end(),
    'failed',
    'http_status',
  ],
  [
    'a redirect',
    (_, response) => void response.writeHead(301, { location: 'https://door.example/healthz?k=1' }).end(),
    'warning',
    'redirected',
  ],
  ['a broken connection', (request) => void request.socket.destroy(), 'failed', 'unreachable'],
])('%s', async (_, listener, state, cause) => {
  const finding = await check({ publicUrl: await serve(listener) });
  expect(finding).toMatchObject({ state, cause, actor: 'operator' });
  expect(finding.facts.location).toBe(cause === 'redirected' ? 'https://door.example' : undefined);
});

test('silence is a doubt: many routers do not let a machine call itself by its public name', async () => {
  const url = await serve(() => {});
  expect(await check({ publicUrl: url }, noPublicUrl, 30)).toMatchObject({
    state: 'warning',
    cause: 'no_answer',
  });
});

test('nobody there: the system says why, and what an address hides stays hidden', async () => {
  const finding = await check({ publicUrl: 'http://name:password@127.0.0.1:9/way' });
  expect(finding).toMatchObject({
    state: 'failed',
    cause: 'unreachable',
    facts: { url: 'http://127.0.0.1:9' },
  });
  expect(JSON.stringify(finding)).not.toContain('password');
});
