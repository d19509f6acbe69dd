/** What administrators and other systems do to an account, over the control API. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openClient } from './client.ts';

const file = 'MP_verify_Ab3dEf5hIj7kLm9o.txt';
const text = 'Ab3dEf5hIj7kLm9o';

async function openControl() {
  const client = await openClient();
  async function call(path: string, body?: unknown) {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${client.simulator.url}/simulator/apps${path}`, init);
    return { status: response.status, body: await response.json() };
  }
  return { ...client, call, change: (body: unknown) => call(`/${client.appId}`, body) };
}

/** A site that answers each path with a status and a body; answers its `host:port`. */
async function openSite(answers: Record<string, [status: number, body: string]>): Promise<string> {
  const site: Server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, 'nothing here'];
    response.writeHead(status, { location: '/elsewhere' }).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void site.close());
  return `127.0.0.1:${(site.address() as AddressInfo).port}`;
}

test('settings are told without the AppSecret, changed, and put back with null', async () => {
  const { call, change, secret, simulator, appId } = await openControl();
  const told = await call(`/${appId}`);
  expect(told.body).toMatchObject({ appId, kind: 'service', secretState: 'ok', clientIp: '203.0.113.7' });
  expect(JSON.stringify(told)).not.toContain(secret);
  const changed = await change({ kind: 'test', ipWhitelist: ['192.0.2.1'], clientIp: '192.0.2.2' });
  expect(changed.body).toMatchObject({ kind: 'test', ipWhitelist: ['192.0.2.1'], clientIp: '192.0.2.2' });
  expect(simulator.apps).toMatchObject([{ kind: 'test', ipWhitelist: ['192.0.2.1'] }]);
  expect((await change({ ipWhitelist: null })).body).toMatchObject({ kind: 'test', ipWhitelist: null });
  simulator.reset();
  expect((await call('')).body.apps).toMatchObject([{ kind: 'service', clientIp: '203.0.113.7' }]);
});

test.each([
  [{ kind: 'other' }, 'kind'],
  [{ clientIp: '203.0.113' }, 'clientIp'],
  [{ ipWhitelist: '203.0.113.7' }, 'ipWhitelist'],
  [{ ipRefusalFormat: 6 }, 'ipRefusalFormat'],
  [{ appSecret: 'x' }, 'appSecret'],
])('%j changes nothing', async (body, name) => {
  const { change, simulator } = await openControl();
  const before = simulator.apps;
  const refused = await change({ verified: false, ...body });
  expect(refused.status).toBe(400);
  expect(refused.body.error).toContain(`Cannot read ${name}.`);
  expect(simulator.apps).toEqual(before);
});

test('an app that does not exist is 404', async () => {
  const { call } = await openControl();
  for (const path of ['/wx0', '/wx0/fetch-token', '/wx0/verify-domain']) {
    expect((await call(path, {})).status).toBe(404);
  }
});

test('another system’s classic token ends ours after the overlap; a plain stable one harms nobody', async () => {
  const { call, appId, secret, get, token, post } = await openControl();
  const foreign = `/${appId}/fetch-token`;
  const alive = async (value: unknown) =>
    (await get('/cgi-bin/getcallbackip', { access_token: `${value}` })).errcode ?? 'alive';
  const ask = { grant_type: 'client_credential', appid: appId, secret };
  const { access_token: classic } = await get('/cgi-bin/token', ask);
  const stable = await token();
  expect((await call(foreign, {})).body).toHaveProperty('access_token', stable);
  await call(foreign, { mode: 'classic' });
  expect(await alive(classic)).toBe('alive');
  const { access_token: second } = await get('/cgi-bin/token', ask);
  await call(foreign, { mode: 'classic', overlapSeconds: 0 });
  expect([await alive(second), await alive(stable)]).toEqual([40001, 'alive']);
  const quota = await post(
    '/cgi-bin/openapi/quota/get',
    { cgi_path: '/cgi-bin/token' },
    { access_token: stable },
  );
  expect(quota).toMatchObject({ quota: { used: 4 } });
  await call(foreign, { mode: 'stable', force: true });
  expect(await alive(stable)).toBe(40001);
  expect((await call(foreign, { mode: 'other' })).status).toBe(400);
});

test('saving a domain fetches the file as WeChat does: 200, the exact text, no redirect', async () => {
  const { call, appId, simulator } = await openControl();
  const host = await openSite({
    [`/${file}`]: [200, text],
    [`/dir/${file}`]: [200, text],
    [`/page/${file}`]: [200, `<html>${text}</html>`],
    [`/moved/${file}`]: [302, text],
  });
  const save = async (domain: string, name = file) =>
    (await call(`/${appId}/verify-domain`, { domain, file: name })).body;
  const refusals = [
    [`${host}/missing`, 'not_200'],
    [`${host}/page`, 'wrong_text'],
    [`${host}/moved`, 'redirected'],
    ['127.0.0.1:1', 'unreachable'],
    [`http://${host}`, 'bad_domain'],
    ['203.0.113.7', 'bad_domain'],
    ['desk.example:8443', 'bad_domain'],
    ['Desk.Example', 'bad_domain'],
  ];
  for (const [domain = '', reason] of refusals) expect(await save(domain)).toEqual({ saved: false, reason });
  expect(await save(host, '../secret.txt')).toEqual({ saved: false, reason: 'bad_file' });
  expect(simulator.apps[0]?.redirectDomains).toBeUndefined();
  expect(await save(host)).toEqual({ saved: true, reason: null });
  expect(await save(host)).toEqual({ saved: true, reason: null });
  expect(await save(`${host}/dir`)).toEqual({ saved: true, reason: null });
  expect(simulator.apps[0]?.redirectDomains).toEqual([host, `${host}/dir`]);
  expect(await save(`${host}/page`)).toEqual({ saved: false, reason: 'too_many_domains' });
});
