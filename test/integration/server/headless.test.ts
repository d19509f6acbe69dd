/** The server without Electron from start to end, in a process of its own. */
import { expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { visitAs } from '../../support/door.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from './spawn-headless.ts';

const appSecret = 'planted0secret0that0must0not0be0seen';
const apps = [{ appId: 'wx00112233445566', appSecret, name: 'Door' }];

function accountAt(wechat: Simulator) {
  return { appId: 'wx00112233445566', appSecret, apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
}

test('says one line when ready, serves both listeners, and closes on SIGTERM', async () => {
  const host = spawnHeadless(['--sandbox']);
  const ready = await host.ready();
  expect(ready).toEqual({
    event: 'ready',
    callbackUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    consoleUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    consoleToken: expect.stringMatching(/^[\w-]{43}$/),
    consoleLink: expect.stringContaining(`${ready.consoleUrl}/session?link=`),
    sandboxUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
  });
  expect(await (await fetch(`${ready.callbackUrl}/healthz`)).json()).toEqual({ ok: true });
  expect((await host.rest('GET', '/accounts')).items).toMatchObject([{ sandbox: true, hasSecret: true }]);
  expect((await fetch(`${ready.consoleUrl}/api/accounts`)).status).toBe(401);
  expect((await fetch(ready.consoleLink, { redirect: 'manual' })).status).toBe(303);

  expect(await host.stop()).toBe(0);
  expect(host.stdout().trimEnd().split('\n')).toHaveLength(1);
  for (const line of host.stderr().trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
  expect(host.stderr()).not.toContain(ready.consoleToken);
});

test('SIGINT closes as well', async () => {
  const host = spawnHeadless();
  expect(await host.ready()).toMatchObject({ sandboxUrl: null });
  expect(await host.stop('SIGINT')).toBe(0);
});

test('a visitor who is being served when it stops still gets an answer', async () => {
  const wechat = await startSimulator({ apps, latencyMs: 700 });
  const host = spawnHeadless();
  const { callbackUrl } = await host.ready();
  const account = await host.rest('POST', '/accounts', accountAt(wechat));
  const entry = await host.rest('POST', '/entries', { accountId: account.id, name: 'Gate' });
  const visit = visitAs(callbackUrl, entry.id, 'follower');
  // The exchange reaching WeChat is the moment at which the visitor is in flight.
  await expect.poll(() => wechat.calls.count('/sns/oauth2/access_token'), { timeout: 20_000 }).toBe(1);
  const code = await host.stop();
  expect((await visit).key).not.toBe('');
  expect(code).toBe(0);
  await wechat.close();
});

test('what it stores, it finds again, sealed: nothing it writes or says holds the secret', async () => {
  const folder = temporaryFolder();
  const env = { FOLLOWDESK_MASTER_KEY: 'correct horse', FOLLOWDESK_CONSOLE_TOKEN: 'fixed-token' };
  const args = ['--data-dir', folder];
  const first = spawnHeadless(args, env);
  expect((await first.ready()).consoleToken).toBe('fixed-token');
  const account = await first.rest('POST', '/accounts', { appId: 'wx00112233445566', appSecret });
  expect(await first.stop()).toBe(0);

  const second = spawnHeadless(args, env);
  expect((await second.rest('GET', '/accounts')).items).toEqual([account]);
  expect(await second.stop()).toBe(0);

  const stranger = spawnHeadless(args, { ...env, FOLLOWDESK_MASTER_KEY: 'another' });
  const { items } = await stranger.rest('GET', '/accounts');
  expect(items).toMatchObject([{ id: account.id, secretState: 'unreadable' }]);
  const token = await stranger.rest('POST', `/accounts/${account.id}/token/refresh`);
  expect(token).toMatchObject({ code: 'SECRET_MISSING', data: { state: 'unreadable' } });
  await stranger.stop();
  for (const { stdout, stderr } of [first, second, stranger])
    expect(stdout() + stderr()).not.toMatch(/planted0secret|correct horse/);
});
