/** The doctor's small questions. */
import { expect, it } from 'vitest';
import { createProbe } from '#core/wechat/probe.ts';
import { NEW_TOKENS } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

it('asks for the addresses of callbacks and of the API', async () => {
  const bench = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/getcallbackip': () => ({ ip_list: ['101.226.103.0/25', 7] }),
    '/cgi-bin/get_api_domain_ip': () => ({ ip_list: ['58.251.80.204'] }),
  });
  const probe = createProbe(bench);
  expect(await probe.callbackIps(bench.credentials)).toEqual(['101.226.103.0/25']);
  expect(await probe.apiDomainIps(bench.credentials)).toEqual(['58.251.80.204']);
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
