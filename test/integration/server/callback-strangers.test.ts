/** What is not one of the six routes, and what is hardly HTTP: a small answer, safe headers, nothing told. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { ask, openListener, phoneResult } from './open-listener.ts';

test.each([
  ['GET', '/'],
  ['GET', '/api/accounts'],
  ['GET', '/rpc/accounts/list'],
  ['GET', '/index.html'],
  ['GET', '/callback/'],
  ['GET', '/..%2f..%2fetc%2fpasswd'],
  ['GET', '/%'],
  ['GET', '/r/%ZZ'],
  ['POST', '/callback?code=C1&state=S'],
  ['PUT', '/go/e1'],
  ['DELETE', '/r/k1'],
  ['OPTIONS', '/callback'],
  ['TRACE', '/healthz'],
  ['PROPFIND', '/'],
])('%s %s is a small page', async (method, path) => {
  const { url } = await openListener();
  const answer = await ask(url + path, { method, headers: { accept: 'text/html' } });
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.text).toContain('data-notice="notFound"');
  expect(answer.text).not.toMatch(/Fastify|stack|\.ts/i);
});

test('every answer is guarded and names no server', async () => {
  const { url } = await openListener({
    result: () => phoneResult,
    go: async () => ({ kind: 'redirect', location: 'https://open.weixin.qq.com/' }),
    visit: async () => ({ kind: 'result', key: 'k1' }),
  });
  const json = { accept: 'application/json' };
  for (const answer of [
    await ask(`${url}/go/e1`),
    await ask(`${url}/callback?code=C1`),
    await ask(`${url}/callback?code=C1`, { method: 'HEAD' }),
    await ask(`${url}/r/k1`),
    await ask(`${url}/r/k1`, { headers: json }),
    await ask(`${url}/healthz`),
    await ask(`${url}/nothing`),
    await ask(`${url}/r/%ZZ`, { headers: json }),
  ]) {
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'])
      expect(answer.headers).not.toHaveProperty(name);
  }
});

test('headers of a forwarding proxy are not believed', async () => {
  const { url } = await openListener();
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '203.0.113.7' };
  const answer = await ask(`${url}/healthz`, { headers });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer)).not.toContain('evil.example');
});

async function rawAnswer(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

function healthz(headers = ''): string {
  return `GET /healthz HTTP/1.1\r\nHost: x\r\n${headers}\r\n`;
}

test.each([
  ['not HTTP', 'hello\r\n\r\n', '400 Bad Request'],
  ['an endless address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431 '],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', '400 Bad Request'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', '400 Bad Request'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', '400 '],
])('%s gets one line and the door', async (_what, bytes, status) => {
  const { port } = await openListener();
  const answer = await rawAnswer(port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
  expect(answer).not.toMatch(/Fastify|HPE_|\.ts/);
});

test.each([
  [
    'an Expect that nobody can meet',
    'GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: a-miracle\r\nConnection: close\r\n\r\n',
    200,
  ],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  [
    'an Upgrade that nobody takes up',
    'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    200,
  ],
])('%s is answered by us, guarded, and not by Node', async (_what, bytes, status) => {
  const { port } = await openListener();
  const answer = await rawAnswer(port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/\r\nCache-Control: no-store\r\n/i);
  expect(answer).toMatch(/\r\nConnection: close\r\n/i);
});

test.each([
  ['rubbish', 'rubbish\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['half a body', 'POST /r/k1/recheck HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['more than was announced', `${healthz('Connection: close\r\n')}${healthz()}`],
])('%s sent behind a visit does not overtake its answer', async (_what, behind) => {
  const { port, url } = await openListener({
    visit: async () => {
      await ask(`${url}/healthz`);
      return { kind: 'result', key: 'k1' };
    },
  });
  const answer = await rawAnswer(port, `GET /callback?code=C1&state=S HTTP/1.1\r\nHost: x\r\n\r\n${behind}`);
  expect(answer).toMatch(/^HTTP\/1.1 303 /);
});

test('who asks for a tunnel and is gone before the refusal ends nothing but its own connection', async () => {
  const { port, url } = await openListener();
  for (let index = 0; index < 50; index++) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => setImmediate(resolve));
    socket.resetAndDestroy();
  }
  expect((await ask(`${url}/healthz`)).status).toBe(200);
});
