/**
 * A proxy that knows CONNECT and nothing else, on a real socket: whatever the name asked for, its tunnels end at
 * one server of the test's. It remembers who asked for what, and can refuse, say nothing, or break off.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SelfSigned } from './self-signed.ts';

/** `open` = a tunnel · a number = that status instead · `silence` · `hang_up` = closes without an answer. */
export type TunnelAnswer = 'open' | 'silence' | 'hang_up' | number;

export interface ConnectProxy {
  url: string;
  /** Every CONNECT, with what was sent along. */
  asked: { target: string; authorization: string | undefined }[];
  /** Requests that wanted no tunnel; there should be none. */
  forwarded: string[];
  /** Of the next tunnels. */
  answer: TunnelAnswer;
  /** Breaks every open tunnel. */
  cut(): void;
}

/**
 * @param endAt URL of the server at the end of every tunnel.
 * @param login `user:password` it insists on.
 * @param certificate makes it an https proxy, known as `localhost`.
 */
export async function startConnectProxy(
  endAt: string,
  { login, certificate }: { login?: string; certificate?: SelfSigned } = {},
): Promise<ConnectProxy> {
  const end = new URL(endAt);
  const sockets = new Set<Socket>();
  const proxy: ConnectProxy = { url: '', asked: [], forwarded: [], answer: 'open', cut };
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;

  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  }

  function answerConnect(request: IncomingMessage, client: Socket): void {
    const authorization = request.headers['proxy-authorization'];
    proxy.asked.push({ target: request.url ?? '', authorization });
    const answer = wanted && authorization !== wanted ? 407 : proxy.answer;
    if (answer === 'silence') return;
    if (answer === 'hang_up') client.destroy();
    else if (answer !== 'open') client.end(`HTTP/1.1 ${answer} No\r\ncontent-length: 0\r\n\r\n`);
    else {
      const server = connect(Number(end.port), end.hostname, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      server.on('close', () => client.destroy());
      client.on('close', () => server.destroy());
      keep(server);
    }
  }

  function refuseToForward(request: IncomingMessage, response: ServerResponse): void {
    proxy.forwarded.push(request.url ?? '');
    response.writeHead(501).end();
  }

  const server = certificate
    ? createSecureServer(certificate, refuseToForward)
    : createServer(refuseToForward);
  server.on('connect', (request, client: Socket) => {
    keep(client);
    answerConnect(request, client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    cut();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  proxy.url = certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  return proxy;
}
