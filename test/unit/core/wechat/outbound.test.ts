/** The way out follows the network settings from one call to the next, and no call is lost over it. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createOutbound, type OutboundNetwork } from '#core/wechat/outbound.ts';
import { startConnectProxy } from '../../../support/connect-proxy.ts';

const STRAIGHT: OutboundNetwork = { connectMs: 2_000, callMs: 5_000, proxy: null };
const TARGET = 'http://localhost.test/anything';

/** Answers when it is told to; knows its open connections. */
async function startServer() {
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const server = createServer((_request, response) => waiting.push(() => response.end('{}')));
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  function answerAll(): void {
    for (const answer of waiting.splice(0)) answer();
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => sockets.size,
    arrived: (count: number) => expect.poll(() => waiting.length).toBe(count),
    answerAll,
  };
}

function open(initial: OutboundNetwork) {
  const settings = { network: initial };
  const outbound = createOutbound(() => settings.network);
  onTestFinished(outbound.close);
  return { settings, ...outbound };
}

it('takes another way from the next call on; what is under way ends as it began', async () => {
  const server = await startServer();
  const [first, second] = [await startConnectProxy(server.url), await startConnectProxy(server.url)];
  const through = (url: string) => ({ ...STRAIGHT, proxy: { url, user: null, password: null } });
  const { settings, axios } = open(through(first.url));
  const before = axios.request({ url: TARGET });
  await server.arrived(1);
  settings.network = through(second.url);
  const after = axios.request({ url: TARGET });
  await server.arrived(2);
  expect([first.asked.length, second.asked.length]).toEqual([1, 1]);
  server.answerAll();
  expect((await before).status).toBe(200);
  expect((await after).status).toBe(200);
  // The old way is given up as soon as nobody is on it.
  await expect.poll(server.connections).toBe(1);
});

it('keeps its connections while nothing of the way changes', async () => {
  const server = await startServer();
  const { settings, axios } = open(STRAIGHT);
  async function call(): Promise<void> {
    const answered = axios.request({ url: `${server.url}/` });
    await server.arrived(1);
    server.answerAll();
    await answered;
  }
  await call();
  settings.network = { ...STRAIGHT, callMs: 6_000 };
  await call();
  settings.network = { ...STRAIGHT };
  await call();
  expect(server.connections()).toBeLessThanOrEqual(2);
  settings.network = { ...STRAIGHT, connectMs: 1_000 };
  await call();
  await expect.poll(server.connections).toBe(1);
});

it('limits the next call, axios and fetch alike, by the time that holds now', async () => {
  const server = await startServer();
  const { settings, axios, fetch } = open(STRAIGHT);
  const patient = axios.request({ url: `${server.url}/` });
  settings.network = { ...STRAIGHT, callMs: 60 };
  await expect(axios.request({ url: `${server.url}/` })).rejects.toMatchObject({
    kind: 'timeout',
    code: 'CALL_LIMIT',
  });
  await expect(fetch(server.url)).rejects.toMatchObject({ name: 'TimeoutError' });
  server.answerAll();
  expect((await patient).status).toBe(200);
});

it('fetches nothing behind a redirect, and stops when its caller does', async () => {
  const target = createServer(({ url }, response) => {
    if (url === '/') response.writeHead(302, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((listening) => target.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    target.closeAllConnections();
    target.close();
  });
  const url = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
  const { fetch } = open(STRAIGHT);
  const { status, headers } = await fetch(url);
  expect([status, headers.get('location')]).toEqual([302, '/elsewhere']);
  const signal = AbortSignal.timeout(20);
  await expect(fetch(`${url}/silent`, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('closes when the last call of any way has ended, and makes no new ones', async () => {
  const server = await startServer();
  const { settings, axios, fetch, close } = open(STRAIGHT);
  const calls = [axios.request({ url: `${server.url}/` })];
  await server.arrived(1);
  settings.network = { ...STRAIGHT, connectMs: 1_000 };
  calls.push(axios.request({ url: `${server.url}/` }));
  await server.arrived(2);
  let closed = false;
  const closing = close().then(() => {
    closed = true;
  });
  await expect(axios.request({ url: `${server.url}/` })).rejects.toMatchObject({ kind: 'network' });
  await expect(fetch('http://127.0.0.1:9/')).rejects.toMatchObject({ kind: 'network', code: 'CLOSED' });
  expect(closed).toBe(false);
  server.answerAll();
  await Promise.all([...calls, closing]);
  await expect.poll(server.connections).toBe(0);
});
