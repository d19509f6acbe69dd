/** The inspector remembers the latest calls, all that may be shown of them, and nothing that may not. */
import { expect, it } from 'vitest';
import { createCalls } from '#core/wechat/calls.ts';
import type { WeChatCall } from '#core/wechat/http.ts';
import { NOBODY } from '#core/wechat/nobody.ts';
import { CALLS_KEPT, Call } from '#shared/model/call.ts';
import { NEW_TOKENS, Raw, RESET } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

function call(facts: Partial<WeChatCall> = {}): WeChatCall {
  return {
    accountId: 'one',
    method: 'GET',
    endpoint: '/cgi-bin/user/info',
    startedAt: Date.parse('2026-11-23T10:00:00Z'),
    ms: 12,
    errcode: 0,
    rid: null,
    ip: null,
    unreachable: null,
    detail: '',
    retries: 0,
    query: {},
    body: null,
    ...facts,
  };
}

it('shows a call as it was, in the contract’s shape', async () => {
  const { http, credentials, calls } = await setUp({
    ...NEW_TOKENS,
    '/cgi-bin/user/info/batchget': () => ({ errcode: 48001, errmsg: 'api unauthorized rid: 65a1-0d1e-4a5b' }),
    '/cgi-bin/token': () => RESET,
    '/cgi-bin/getcallbackip': () => new Raw(502, '<html>关注台</html>'),
  });
  const query = { access_token: 'planted', lang: 'zh_CN' };
  const body = { user_list: [{ openid: 'oLVPpjqs9BhvzwPj5A-vTYAX3GLc' }] };
  await http.post(credentials, '/cgi-bin/user/info/batchget', query, body).catch(() => undefined);
  await http.get({ apiBaseUrl: credentials.apiBaseUrl }, '/cgi-bin/token', {}).catch(() => undefined);
  await http.get(credentials, '/cgi-bin/getcallbackip', {}).catch(() => undefined);
  await http.post(credentials, '/cgi-bin/stable_token', {}, { force_refresh: false });
  const items = calls.list({});
  for (const item of items) expect(Call.parse(item)).toEqual(item);
  expect(items).toEqual([
    {
      id: 4,
      at: '2026-11-23T10:00:00.000Z',
      accountId: 'account-1',
      method: 'POST',
      endpoint: '/cgi-bin/stable_token',
      ms: 0,
      outcome: 'ok',
      probe: false,
      errcode: null,
      rid: null,
      unreachable: null,
      detail: null,
      retries: 0,
      query: {},
      body: '{"force_refresh":false}',
      reply: '{"access_token":"[redacted]","expires_in":7200}',
    },
    expect.objectContaining({
      outcome: 'unreachable',
      probe: false,
      unreachable: 'http_status',
      detail: 'HTTP 502',
      reply: '<html>关注台</html>',
    }),
    expect.objectContaining({
      accountId: null,
      outcome: 'unreachable',
      probe: false,
      unreachable: 'network',
      detail: 'UND_ERR_SOCKET',
      retries: 1,
      body: null,
      reply: null,
    }),
    expect.objectContaining({
      method: 'POST',
      outcome: 'refused',
      probe: false,
      errcode: 48001,
      rid: '65a1-0d1e-4a5b',
      query: { access_token: '[redacted]', lang: 'zh_CN' },
      body: '{"user_list":[{"openid":"oLVPp…3GLc"}]}',
    }),
  ]);
});

it('remembers the latest and shows the newest first, until it is told to forget', () => {
  const calls = createCalls();
  for (let ms = 1; ms <= CALLS_KEPT + 7; ms++) calls.note(call({ ms }), null);
  const shown = calls.list({});
  expect(shown).toHaveLength(CALLS_KEPT);
  expect(shown.map(({ ms }) => ms)).toEqual(Array.from(shown, (_call, index) => CALLS_KEPT + 7 - index));
  calls.clear();
  expect(calls.list({})).toEqual([]);
  calls.note(call(), null);
  expect(
    calls.list({}).map(({ id }) => id),
    'ids are never given twice',
  ).toEqual([CALLS_KEPT + 8]);
});

it('finds by account, part of the path, outcome and errcode, all of them together', () => {
  const calls = createCalls();
  calls.note(call({ ms: 1 }), null);
  calls.note(call({ ms: 2, accountId: 'two' }), null);
  calls.note(call({ ms: 3, endpoint: '/sns/oauth2/access_token', errcode: 40029 }), null);
  calls.note(call({ ms: 4, errcode: 40001 }), null);
  calls.note(call({ ms: 5, errcode: null, unreachable: 'timeout' }), null);
  const found = (query: Parameters<typeof calls.list>[0]) => calls.list(query).map(({ ms }) => ms);
  expect(found({ accountId: 'two' })).toEqual([2]);
  expect(found({ endpoint: ' oauth2' })).toEqual([3]);
  expect(found({ outcome: 'ok' })).toEqual([2, 1]);
  expect(found({ outcome: 'refused' })).toEqual([4, 3]);
  expect(found({ outcome: 'unreachable' })).toEqual([5]);
  expect(found({ errcode: 40001 })).toEqual([4]);
  expect(found({ accountId: 'one', endpoint: 'user/info', outcome: 'refused' })).toEqual([4]);
  expect(found({ accountId: 'two', errcode: 40001 })).toEqual([]);
});

it('keeps 4,000 characters of a reply and lets the rest of it go', () => {
  const calls = createCalls();
  const slab = Buffer.alloc(400_000, '关');
  calls.note(call(), slab);
  calls.note(call(), Buffer.from('关'.repeat(4_000)));
  const [whole, cut] = calls.list({});
  expect(whole?.reply).toBe('关'.repeat(4_000));
  expect(cut?.reply).toBe(`${'关'.repeat(3_999)}…`);
  // What is remembered is a copy: the socket's memory may be used again.
  const reused = Buffer.from('{"as":"it was"}');
  calls.note(call(), reused);
  reused.fill('x');
  expect(calls.list({})[0]?.reply).toBe('{"as":"it was"}');
});

it('says nothing of half a secret where a long reply was cut', () => {
  const calls = createCalls();
  for (let before = 15_960; before <= 16_000; before++) {
    // Redaction shortens what stands in front, so that what is shown reaches to where it was cut.
    const front = `?ticket=${'x'.repeat(before - 9)} `;
    const reply = Buffer.from(`${front}planted-secret-in-prose and more`);
    calls.note(call({ query: { secret: 'planted-secret-in-prose' } }), reply);
  }
  const shown = calls.list({}).map(({ reply }) => reply);
  expect(shown.join()).not.toContain('plan');
  expect(shown[0]).toMatch(/^\?ticket=\[redacted\] $/);
});

it('knows the doctor’s question about nobody, and that 40003 is what it hopes for', () => {
  const calls = createCalls();
  const query = { openid: NOBODY };
  calls.note(call({ query, errcode: 40003 }), null);
  calls.note(call({ query, errcode: 48001 }), null);
  calls.note(call({ query: { openid: 'oSomebodyElse' }, errcode: 40003 }), null);
  expect(calls.list({}).map(({ outcome, probe }) => [outcome, probe])).toEqual([
    ['refused', false],
    ['refused', false],
    ['ok', true],
  ]);
  expect(calls.list({ outcome: 'ok' })).toHaveLength(1);
});
