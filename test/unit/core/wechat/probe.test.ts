/** The doctor's small questions. */
import { expect, it } from 'vitest';
import { WeChatUnreachable } from '#core/errors.ts';
import { createProbe } from '#core/wechat/probe.ts';
import { NEW_TOKENS } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

it('asks for the addresses that WeChat calls from', async () => {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/getcallbackip': () => ({ ip_list: ['101.226.103.0/25', 7] }),
  });
  const probe = createProbe(bench);
  expect(await probe.callbackIps(bench.credentials)).toEqual(['101.226.103.0/25']);
});

it('asks what is left of a quota', async () => {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/openapi/quota/get': () => ({
      errcode: 0,
      quota: { daily_limit: 500_000, used: 20, remain: 499_980 },
    }),
  });
  const quota = await createProbe(bench).quota(bench.credentials, '/cgi-bin/user/info');
  expect(quota).toEqual({ dailyLimit: 500_000, used: 20, remain: 499_980 });
  expect(bench.wechat.calls.at(-1)?.body).toEqual({ cgi_path: '/cgi-bin/user/info' });
});

it('does not take an empty object for an answer', async () => {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/getcallbackip': () => ({}),
    '/cgi-bin/openapi/quota/get': () => ({}),
  });
  const probe = createProbe(bench);
  await expect(probe.callbackIps(bench.credentials)).rejects.toMatchObject({ kind: 'bad_reply' });
  await expect(probe.quota(bench.credentials, '/x')).rejects.toMatchObject({ kind: 'bad_reply' });
});

it('takes any answer of WeChat for a sign of life, and nothing else', async () => {
  const bench = await setUp({
    '/cgi-bin/getcallbackip': () => ({ errcode: 41001, errmsg: 'access_token missing' }),
  });
  const probe = createProbe(bench);
  await expect(probe.reach(bench.credentials)).resolves.toBeUndefined();
  await expect(probe.reach({ apiBaseUrl: 'http://127.0.0.1:9' })).rejects.toBeInstanceOf(WeChatUnreachable);
  expect(bench.wechat.calls.map(({ path }) => path)).toEqual(['/cgi-bin/getcallbackip']);
});

it('tries the credentials without force and without touching the token in use', async () => {
  const bench = await setUp({ ...NEW_TOKENS });
  const before = await bench.tokens.get(bench.credentials);
  await createProbe(bench).acceptsCredentials({ ...bench.credentials, tokenMode: 'classic' });
  expect(bench.wechat.calls.at(-1)).toMatchObject({
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', force_refresh: false },
  });
  expect(await bench.tokens.get(bench.credentials)).toBe(before);
});

it('asks what became of a call', async () => {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/openapi/rid/get': () => ({
      errcode: 0,
      request: {
        invoke_time: 1_700_000_000,
        cost_in_ms: 7,
        request_url: 'access_token=x',
        request_body: '',
        response_body: '{}',
        client_ip: '::ffff:203.0.113.7',
      },
    }),
  });
  expect(await createProbe(bench).rememberedCall(bench.credentials, 'r')).toEqual({
    invokedAt: 1_700_000_000_000,
    ms: 7,
    url: 'access_token=x',
    body: '',
    reply: '{}',
    clientIp: '203.0.113.7',
  });
  expect(bench.wechat.calls.at(-1)?.body).toEqual({ rid: 'r' });
});

it('makes do with a call of which WeChat remembers little', async () => {
  const bench = await setUp({ ...NEW_TOKENS, '/cgi-bin/openapi/rid/get': () => ({ request: {} }) });
  const call = await createProbe(bench).rememberedCall(bench.credentials, 'r');
  expect(call).toEqual({ invokedAt: null, ms: null, url: '', body: '', reply: '', clientIp: null });
});
