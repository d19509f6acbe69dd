/** The one way out: what is sent, what is recorded, and what becomes of calls that go wrong. */
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WeChatUnreachable } from '#core/errors.ts';
import { Raw, RESET, SILENCE } from './scripted-wechat.ts';
import { setUp } from './workbench.ts';

const OK = { errcode: 0, errmsg: 'ok' };

it('sends a GET with its query encoded and nothing in the body', async () => {
  const { http, wechat } = await setUp({ '/cgi-bin/user/info': () => ({ subscribe: 1 }) });
  const query = { access_token: 'a/b+c=', openid: 'o&1', lang: 'zh_CN' };
  expect(await http.get({ apiBaseUrl: wechat.url }, '/cgi-bin/user/info', query)).toEqual({ subscribe: 1 });
  expect(wechat.calls).toMatchObject([
    {
      method: 'GET',
      target: '/cgi-bin/user/info?access_token=a%2Fb%2Bc%3D&openid=o%261&lang=zh_CN',
      query,
      body: undefined,
    },
  ]);
});

it('sends a POST as JSON, in UTF-8', async () => {
  const { http, wechat } = await setUp({ '/cgi-bin/tags/create': () => OK });
  const body = { tag: { name: '关注' } };
  await http.post({ apiBaseUrl: wechat.url }, '/cgi-bin/tags/create', { access_token: 't' }, body);
  expect(wechat.calls).toMatchObject([
    { method: 'POST', query: { access_token: 't' }, contentType: 'application/json', body },
  ]);
});

it('goes through a relay below a path', async () => {
  const { http, credentials, wechat } = await setUp(
    { '/cgi-bin/getcallbackip': () => OK },
    { prefix: '/relay/wx' },
  );
  await http.get(credentials, '/cgi-bin/getcallbackip', {});
  expect(wechat.calls).toMatchObject([{ target: '/relay/wx/cgi-bin/getcallbackip' }]);
});

it('speaks TLS to an https base URL', async () => {
  const { http } = await setUp({});
  const sockets: Socket[] = [];
  const opening = Promise.withResolvers<number | undefined>();
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.once('data', (bytes) => {
      opening.resolve(bytes[0]);
      socket.destroy();
    });
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const call = http.get({ apiBaseUrl: `https://127.0.0.1:${port}` }, '/cgi-bin/getcallbackip', {});
  await expect(call).rejects.toMatchObject({ kind: 'network' });
  expect(await opening.promise, 'a TLS handshake record').toBe(0x16);
});

it('puts a reply that arrives in pieces together, in the middle of a character too', async () => {
  const remark = '关'.repeat(100_000);
  const { http, credentials } = await setUp({ '/cgi-bin/user/info': () => ({ remark }) });
  expect(await http.get(credentials, '/cgi-bin/user/info', {})).toEqual({ remark });
});

it('gives up on a server that never answers', async () => {
  const { http, credentials, records } = await setUp({ '/cgi-bin/token': () => SILENCE }, { callLimit: 50 });
  const call = http.get(credentials, '/cgi-bin/token', {});
  await expect(call).rejects.toBeInstanceOf(WeChatUnreachable);
  await expect(call).rejects.toMatchObject({ kind: 'timeout', endpoint: '/cgi-bin/token' });
  expect(records).toMatchObject([{ unreachable: 'timeout', retries: 0 }]);
  // Which would hang, were the connection still waiting.
  await http.close();
});

it('calls once more over a connection that broke, and only once', async () => {
  const { http, credentials, wechat, records } = await setUp({
    '/cgi-bin/token': (_call, nth) => (nth === 1 ? RESET : OK),
    '/cgi-bin/user/info': () => RESET,
  });
  expect(await http.get(credentials, '/cgi-bin/token', {})).toEqual(OK);
  await expect(http.get(credentials, '/cgi-bin/user/info', {})).rejects.toMatchObject({ kind: 'network' });
  expect(wechat.count('/cgi-bin/user/info')).toBe(2);
  expect(records).toMatchObject([
    { endpoint: '/cgi-bin/token', errcode: 0, retries: 1, unreachable: null },
    { endpoint: '/cgi-bin/user/info', errcode: null, retries: 1, unreachable: 'network' },
  ]);
});

it('does not call a server that is not there again', async () => {
  const { http, credentials, wechat } = await setUp({});
  await wechat.close();
  await expect(http.get(credentials, '/cgi-bin/token', {})).rejects.toMatchObject({
    kind: 'network',
    message: '/cgi-bin/token: network (ECONNREFUSED)',
  });
});

it('follows no redirect', async () => {
  const { http, credentials, wechat } = await setUp({
    '/cgi-bin/token': () => new Raw(302, '', { location: '/elsewhere' }),
    '/elsewhere': () => OK,
  });
  await expect(http.get(credentials, '/cgi-bin/token', {})).rejects.toMatchObject({ kind: 'bad_reply' });
  expect(wechat.calls.map(({ path }) => path)).toEqual(['/cgi-bin/token']);
});

it('takes what does not speak HTTP for a bad reply', async () => {
  const { http } = await setUp({});
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const apiBaseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  await expect(http.get({ apiBaseUrl }, '/cgi-bin/token', {})).rejects.toMatchObject({ kind: 'bad_reply' });
});

it('records whose call it was and how it ended', async () => {
  const refusal = {
    errcode: 40164,
    errmsg: 'invalid ip 1.2.3.4, not in whitelist rid: 65a1b2c3-0d1e2f30-4a5b',
  };
  const { http, credentials, clock, records } = await setUp({ '/cgi-bin/token': () => refusal });
  const query = { secret: 'x' };
  await expect(http.get(credentials, '/cgi-bin/token', query)).rejects.toMatchObject({ errcode: 40164 });
  expect(records).toEqual([
    {
      accountId: 'account-1',
      method: 'GET',
      endpoint: '/cgi-bin/token',
      startedAt: clock.now(),
      ms: 0,
      errcode: 40164,
      rid: '65a1b2c3-0d1e2f30-4a5b',
      ip: '1.2.3.4',
      unreachable: null,
      detail: '',
      retries: 0,
      query,
      body: null,
    },
  ]);
});

it('lets calls in flight finish when it is closed, and makes no new ones', async () => {
  const { http, credentials, wechat } = await setUp({ '/cgi-bin/token': () => OK });
  const inFlight = http.get(credentials, '/cgi-bin/token', {});
  await http.close();
  expect(await inFlight).toEqual(OK);
  for (const apiBaseUrl of [wechat.url, wechat.url.replace('127.0.0.1', 'localhost')]) {
    await expect(http.get({ apiBaseUrl }, '/cgi-bin/token', {})).rejects.toMatchObject({ kind: 'network' });
  }
  expect(wechat.calls).toHaveLength(1);
});
