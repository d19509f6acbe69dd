/** One answer of an organisation's token service, read: any shape, any clock, and a key that stays at home. */
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SharedTokenSource } from '#core/wechat/credentials.ts';
import { createOutbound } from '#core/wechat/outbound.ts';
import { createReadSharedToken } from '#core/wechat/shared-token.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { type Answer, Raw, RESET, type Script, SILENCE, startScriptedWeChat } from './scripted-wechat.ts';

const KEY = 'planted-key-99';
const NOW = Date.parse('2026-11-23T10:00:00Z');
const POINTERS = { tokenPointer: '/access_token', expiryPointer: '/expires_in' };

async function serve(script: Script, callMs = 5_000) {
  const service = await startScriptedWeChat(script);
  const network = { connectMs: 2_000, callMs, proxy: null };
  const outbound = createOutbound(() => network);
  onTestFinished(async () => {
    await service.close();
    await outbound.close();
  });
  const read = createReadSharedToken({ fetch: outbound.fetch, clock: manualClock(NOW) });
  const source: SharedTokenSource = { url: `${service.url}/token`, bearer: KEY, ...POINTERS };
  return {
    service,
    read: (said: Partial<SharedTokenSource> = {}, isDoubted = false) =>
      read({ ...source, ...said }, isDoubted),
  };
}

const answering = (answer: Answer): Script => ({ '/token': () => answer });

it('asks with the key, and says when the last token was refused', async () => {
  const { service, read } = await serve(answering({ access_token: 'shared-1', expires_in: 7000 }));
  expect(await read()).toEqual({ token: 'shared-1', lifeMs: 7_000_000 });
  await read({ bearer: null }, true);
  const [first, second] = service.calls.map(({ method, headers }) => ({ method, ...headers }));
  expect(first).toMatchObject({ method: 'GET', accept: 'application/json', authorization: `Bearer ${KEY}` });
  expect(first).not.toHaveProperty('cache-control');
  expect(second).not.toHaveProperty('authorization');
  expect(second?.['cache-control']).toContain('no-cache');
});

describe('pointers', () => {
  it.each<[string, unknown, string]>([
    ['a member', { token: 'shared-1' }, '/token'],
    ['something deeper', { data: [{ 'wx/token~': 'shared-1' }] }, '/data/0/wx~1token~0'],
    ['a name that is empty', { '': 'shared-1' }, '/'],
    ['the whole answer', 'shared-1', ''],
    ['white space around it', { token: ' shared-1\n' }, '/token'],
  ])('%s', async (_case, body, tokenPointer) => {
    const { read } = await serve(answering(new Raw(200, JSON.stringify(body))));
    expect(await read({ tokenPointer })).toMatchObject({ token: 'shared-1' });
  });

  it('takes bare text where the whole answer is the token', async () => {
    const { read } = await serve(answering(new Raw(200, '76_bareToken-0123456789\n')));
    expect(await read({ tokenPointer: '' })).toMatchObject({ token: '76_bareToken-0123456789' });
    await expect(read()).rejects.toMatchObject({ kind: 'bad_reply' });
  });

  it.each([
    ['nothing there', { other: 1 }],
    ['a number', { access_token: 5 }],
    ['an empty text', { access_token: '  ' }],
    ['a sentence', { access_token: 'no token yet' }],
    ['what every object inherits', {}, '/constructor/name'],
    ['WeChat’s refusal handed on', { errcode: 40164, errmsg: 'invalid ip' }],
  ])('finds no token in %s', async (_case, body, tokenPointer = '/access_token') => {
    const { read } = await serve(answering(body));
    await expect(read({ tokenPointer })).rejects.toMatchObject({
      name: 'TokenServiceFailed',
      kind: 'no_token',
    });
  });
});

describe('how long it lives', () => {
  it.each<[string, unknown, number]>([
    ['seconds left', 600, 600_000],
    ['seconds left, as text', '600', 600_000],
    ['the most seconds left', 99_999_999, 99_999_999_000],
    ['a Unix time', NOW / 1000 + 600, 600_000],
    ['a Unix time in milliseconds', NOW + 600_000, 600_000],
    ['ISO 8601', '2026-11-23T10:10:00Z', 600_000],
    ['ISO 8601 in China', '2026-11-23T18:10:00+08:00', 600_000],
    ['null: five minutes', null, 300_000],
    ['nothing: five minutes', undefined, 300_000],
    ['a word: five minutes', 'soon', 300_000],
    ['a date in words: five minutes', '23 Nov 2026', 300_000],
  ])('%s', async (_case, until, lifeMs) => {
    const { read } = await serve(answering({ access_token: 'shared-1', until }));
    expect(await read({ expiryPointer: '/until' })).toMatchObject({ lifeMs });
  });

  it('five minutes without a pointer', async () => {
    const { read } = await serve(answering({ access_token: 'shared-1', expires_in: 7200 }));
    expect(await read({ expiryPointer: null })).toMatchObject({ lifeMs: 300_000 });
  });

  it.each([0, -5, NOW / 1000 - 1, NOW - 1, '2026-11-23T09:59:59Z'])('expired: %s', async (until) => {
    const { read } = await serve(answering({ access_token: 'shared-1', until }));
    await expect(read({ expiryPointer: '/until' })).rejects.toMatchObject({ kind: 'expired' });
  });
});

describe('failures', () => {
  it.each<[string, Answer, object]>([
    ['401', new Raw(401, '{}'), { kind: 'refused', status: 401 }],
    ['403', new Raw(403, '{}'), { kind: 'refused', status: 403 }],
    ['404', new Raw(404, ''), { kind: 'http_status', status: 404 }],
    ['500 with a token in it', new Raw(500, '{"access_token":"x"}'), { kind: 'http_status', status: 500 }],
    ['HTML', new Raw(200, `<html>${KEY}</html>`), { kind: 'bad_reply' }],
    ['nothing', new Raw(200, ''), { kind: 'bad_reply' }],
    ['far too much', new Raw(200, `"${'x'.repeat(300_000)}"`), { kind: 'bad_reply' }],
    ['a broken connection', RESET, { kind: 'unreachable', status: null }],
    ['silence', SILENCE, { kind: 'unreachable' }],
  ])('%s', async (_case, answer, facts) => {
    const { read } = await serve(answering(answer), 400);
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TokenServiceFailed', ...facts });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/planted-key|127\.0\.0\.1/);
  });

  it.each([null, 'http://[nonsense', 'http://user:word@127.0.0.1:9/'])('an address like %s', async (url) => {
    const { read } = await serve({});
    const reading =
      url === null
        ? createReadSharedToken({ fetch: () => expect.unreachable(), clock: manualClock() })(null, false)
        : read({ url });
    await expect(reading).rejects.toMatchObject({ kind: url === null ? 'not_set' : 'unreachable' });
  });
});

describe('redirects', () => {
  const to = (location: string) => new Raw(307, '', { location });

  it('are followed within the service', async () => {
    const { read, service } = await serve({
      '/token': () => to('/v2/token'),
      '/v2/token': () => ({ access_token: 'shared-1' }),
    });
    expect(await read()).toMatchObject({ token: 'shared-1' });
    expect(service.calls.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      `Bearer ${KEY}`,
    ]);
  });

  it('but not in circles', async () => {
    const { read, service } = await serve(answering(to('/token')));
    await expect(read()).rejects.toMatchObject({ kind: 'http_status', status: 307 });
    expect(service.calls).toHaveLength(4);
  });

  it.each([true, false])('never to another origin, key or no key: %s', async (hasKey) => {
    const stranger = await startScriptedWeChat(answering({ access_token: 'shared-1' }));
    onTestFinished(stranger.close);
    const { read } = await serve(answering(to(`${stranger.url}/token`)));
    const reading = read(hasKey ? {} : { bearer: null });
    await expect(reading).rejects.toMatchObject({ kind: 'http_status', status: 307 });
    expect(stranger.calls).toEqual([]);
  });
});
