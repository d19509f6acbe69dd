/** WeChat through a proxy: a real tunnel, what may go wrong with it, each by its own name, and no secret in any. */
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWeChatHttp } from '#core/wechat/http.ts';
import { createOutbound, type OutboundNetwork } from '#core/wechat/outbound.ts';
import type { OutboundProxy } from '#core/wechat/proxy.ts';
import { startConnectProxy } from '../../../support/connect-proxy.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { type Script, SILENCE, startScriptedWeChat } from './scripted-wechat.ts';

const OK = { errcode: 0, errmsg: 'ok' };
const PATH = '/cgi-bin/getcallbackip';
const TARGET = { apiBaseUrl: 'http://api.weixin.test' };
const PASSWORD = 'planted-password';

function open(proxy: Partial<OutboundProxy> & { url: string }, limits: Partial<OutboundNetwork> = {}) {
  const network = {
    connectMs: 2_000,
    callMs: 4_000,
    ...limits,
    proxy: { user: null, password: null, ...proxy },
  };
  const outbound = createOutbound(() => network);
  const http = createWeChatHttp({ clock: manualClock(), logger: recordingLogger(), outbound });
  onTestFinished(http.close);
  return { http, outbound };
}

async function openWeChat(script: Script = { [PATH]: () => OK }) {
  const wechat = await startScriptedWeChat(script);
  onTestFinished(wechat.close);
  return wechat;
}

async function urlOf(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('opens tunnels for http as well, keeps them, and the proxy forwards nothing', async () => {
  const wechat = await openWeChat();
  const proxy = await startConnectProxy(wechat.url);
  const { http } = open({ url: proxy.url });
  for (let nth = 0; nth < 10; nth++) await http.get(TARGET, PATH, { access_token: 'one' });
  await http.post(TARGET, PATH, { access_token: 'two' }, { action: 'all' });
  expect(proxy.asked[0]).toEqual({ target: 'api.weixin.test:80', authorization: undefined });
  // undici takes turns with two connections when calls follow each other closely, straight as well.
  expect(proxy.asked.length).toBeLessThanOrEqual(2);
  expect(proxy.forwarded).toEqual([]);
  expect(wechat.calls[0]).toMatchObject({ method: 'GET', target: `${PATH}?access_token=one` });
  expect(wechat.calls[10]).toMatchObject({
    method: 'POST',
    target: `${PATH}?access_token=two`,
    body: { action: 'all' },
  });
});

it('says who it is, to the proxy only', async () => {
  const seen: unknown[] = [];
  const target = createHttpServer(({ headers }, response) => {
    seen.push(headers['proxy-authorization']);
    response.end(JSON.stringify(OK));
  });
  const proxy = await startConnectProxy(await urlOf(target), { login: `desk:${PASSWORD}` });
  const { http, outbound } = open({ url: proxy.url, user: 'desk', password: PASSWORD });
  expect(await http.get(TARGET, PATH, {})).toEqual(OK);
  const response = await outbound.fetch(`${TARGET.apiBaseUrl}/token`, { headers: { authorization: 'x' } });
  expect(await response.json()).toEqual(OK);
  expect(seen).toEqual([undefined, undefined]);
  expect(new Set(proxy.asked.map((tunnel) => tunnel.target))).toEqual(new Set(['api.weixin.test:80']));
});

describe('a proxy that does not let us through', () => {
  it.each([
    ['a wrong password', { user: 'desk', password: 'planted-wrong' }],
    ['no password', { user: 'desk', password: null }],
    ['nobody named', { user: null, password: 'planted-wrong' }],
  ])('%s', async (_case, login) => {
    const wechat = await openWeChat();
    const proxy = await startConnectProxy(wechat.url, { login: `desk:${PASSWORD}` });
    const { http } = open({ url: proxy.url, ...login });
    const error = await http.get(TARGET, PATH, { access_token: 'planted-token' }).catch((reason) => reason);
    expect(error).toMatchObject({
      name: 'WeChatUnreachable',
      kind: 'network',
      detail: 'PROXY_AUTH_REQUIRED',
    });
    expect(inspect(error, { depth: 5, showHidden: true })).not.toMatch(/planted|127\.0\.0\.1/);
    expect(proxy.asked).toHaveLength(1);
    expect(wechat.calls).toHaveLength(0);
  });

  it.each([403, 502])('because it does not want to or cannot (%i)', async (status) => {
    const proxy = await startConnectProxy('http://127.0.0.1:9');
    proxy.answer = status;
    const call = open({ url: proxy.url }).http.get(TARGET, PATH, {});
    await expect(call).rejects.toMatchObject({
      kind: 'network',
      detail: `PROXY_REFUSED (HTTP ${status})`,
    });
  });

  it('because it hangs up', async () => {
    const proxy = await startConnectProxy('http://127.0.0.1:9');
    proxy.answer = 'hang_up';
    const call = open({ url: proxy.url }).http.get(TARGET, PATH, {});
    await expect(call).rejects.toMatchObject({ kind: 'network', detail: 'PROXY_CLOSED' });
    expect(proxy.asked).toHaveLength(1);
  });

  it('because it never answers', async () => {
    const proxy = await startConnectProxy('http://127.0.0.1:9');
    proxy.answer = 'silence';
    const { http } = open({ url: proxy.url }, { connectMs: 200 });
    await expect(http.get(TARGET, PATH, {})).rejects.toMatchObject({
      kind: 'timeout',
      detail: 'PROXY_TIMEOUT',
    });
    await http.close();
  });

  it('because it is not there', async () => {
    const gone = await startScriptedWeChat({});
    await gone.close();
    const call = open({ url: gone.url }).http.get(TARGET, PATH, {});
    await expect(call).rejects.toMatchObject({ kind: 'network', detail: 'PROXY_ECONNREFUSED' });
  });

  it('because nobody knows its name', async () => {
    const call = open({ url: 'http://no-such-proxy.invalid:3128' }).http.get(TARGET, PATH, {});
    await expect(call).rejects.toMatchObject({
      detail: expect.stringMatching(/^PROXY_(ENOTFOUND|EAI_AGAIN)$/),
    });
  });
});

it('opens another tunnel when one dies on the way, and only one', async () => {
  const wechat = await openWeChat({ [PATH]: () => SILENCE });
  const proxy = await startConnectProxy(wechat.url);
  const { http } = open({ url: proxy.url });
  const call = http.get(TARGET, PATH, {}).catch((reason: unknown) => reason);
  for (const times of [1, 2]) {
    await expect.poll(() => wechat.calls.length).toBe(times);
    proxy.cut();
  }
  expect(await call).toMatchObject({ kind: 'network', detail: 'UND_ERR_SOCKET' });
  expect(proxy.asked).toHaveLength(2);
});

it.each(['127.0.0.1', 'localhost'])('never calls this machine (%s) through it', async (host) => {
  const wechat = await openWeChat();
  const proxy = await startConnectProxy(wechat.url);
  const { http } = open({ url: proxy.url });
  expect(await http.get({ apiBaseUrl: wechat.url.replace('127.0.0.1', host) }, PATH, {})).toEqual(OK);
  expect(proxy.asked).toEqual([]);
});
