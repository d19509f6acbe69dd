/** Only this start's `/healthz` proves that phones arrive here. */
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { checkReachability, INSTANCE_HEADER } from '#core/doctor/checks/reachability.ts';
import type { CallbackState } from '#shared/model/host.ts';
import { anAccount } from '../../../support/an-account.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { nobodyAt, serveSite } from '../../../support/web-server.ts';
import { hostWith, INSTANCE } from './patient.ts';

function check(publicUrl: string | null, timeLimitMs = 2000, callback?: CallbackState) {
  const around = { fetch, clock: manualClock(), timeLimitMs };
  return checkReachability(anAccount({ publicUrl }), hostWith(callback), INSTANCE, around);
}

function healthy(instance: string): RequestListener {
  return (request, response) => {
    response.statusCode = request.url === '/way/healthz' ? 200 : 404;
    response.setHeader(INSTANCE_HEADER, instance).setHeader('content-type', 'application/json');
    response.end('{"ok":true}');
  };
}

test('ourselves at the other end', async () => {
  const url = await serveSite(healthy(INSTANCE));
  expect(await check(`${url}/way/`)).toMatchObject({ state: 'ok', facts: { url, status: '200' } });
});

test('another FollowDesk is not us', async () => {
  const url = await serveSite(healthy('another-start'));
  expect(await check(`${url}/way`)).toMatchObject({ state: 'failed', cause: 'another_followdesk' });
});

test.each<[string, RequestListener, string, string]>([
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
  const finding = await check(await serveSite(listener));
  expect(finding).toMatchObject({ state, cause, actor: 'operator' });
  expect(finding.facts.location).toBe(cause === 'redirected' ? 'https://door.example' : undefined);
});

test('a tunnel’s notice page, which only browsers are shown, is seen and named', async () => {
  const url = await serveSite((request, response) => {
    const isBrowser = /MicroMessenger/.test(request.headers['user-agent'] ?? '');
    const body = isBrowser ? '<html><head><title> You are about\nto visit </title>' : '{"ok":true}';
    response.setHeader('content-type', 'text/html').end(body);
  });
  expect(await check(url)).toMatchObject({
    state: 'failed',
    cause: 'not_followdesk',
    facts: { page: 'You are about to visit' },
  });
});

test('silence is a doubt: many routers do not let a machine call itself by its public name', async () => {
  const url = await serveSite(() => {});
  expect(await check(url, 30)).toMatchObject({ state: 'warning', cause: 'no_answer' });
});

test('nobody there: the system says why', async () => {
  const url = await nobodyAt();
  expect(await check(url)).toMatchObject({
    state: 'failed',
    cause: 'unreachable',
    facts: { url, detail: 'ECONNREFUSED' },
  });
});

test('what another check is about is left to that', async () => {
  expect((await check('http://nobody.invalid')).cause).toBe('after_dns');
  expect((await check(null)).cause).toBe('not_set');
  const down: CallbackState = { state: 'failed', code: 'LISTEN_FAILED', port: 80, offeredPort: null };
  expect((await check('http://127.0.0.1:9', 2000, down)).cause).toBe('after_callback');
});
