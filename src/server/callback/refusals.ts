/**
 * What is refused before it is a request: not HTTP, too large for it, too slow, without a Host. The rule: a
 * stranger gets one line and the door, but whoever asked properly on the same connection is answered first.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Connections } from '../connections.ts';
import { plainHeaders } from './answers.ts';

/** How long the last bytes may travel before the connection is cut. */
const lingerMs = 2000;

const parserAnswers: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function lastLine(code: string): string {
  const status = parserAnswers[code] ?? '400 Bad Request';
  const headers = { ...plainHeaders, 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`;
}

/** Reads on meanwhile: a connection closed with bytes unread is reset, and what was sent is lost with it. */
function hangUp(socket: Socket, lastWords: string): void {
  socket.resume().end(lastWords);
  const bound = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(bound));
}

/** For `clientError`, which comes again with every piece of what cannot be read, and for `connect`. */
export function createRefuseConnection({ answers }: Pick<Connections, 'answers'>) {
  const refused = new WeakSet<Socket>();
  return async function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): Promise<void> {
    if (error.code === 'ECONNRESET' || !(socket.writable || refused.has(socket))) socket.destroy();
    if (socket.destroyed || refused.has(socket)) return;
    refused.add(socket);
    // Node watches over its connections no more after `connect`; who is gone already needs no answer.
    socket.on('error', () => socket.destroy());
    const owed = answers(socket);
    await owed;
    hangUp(socket, owed === null ? lastLine(error.code ?? '') : '');
  };
}

/** What Node would decide by itself, and without our headers. True when the request is answered already. */
export function isRefused(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, httpVersion } = request;
  const hasHost = headers.host !== undefined || httpVersion !== '1.1';
  // Node loses what was sent behind an Upgrade that nobody takes up: who waits for more must see an end.
  if (!hasHost || headers.upgrade !== undefined) response.shouldKeepAlive = false;
  if (!hasHost) response.writeHead(400, plainHeaders).end();
  return !hasHost;
}
