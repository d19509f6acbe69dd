/** HTTP as bytes: what no client library would send, and everything that comes back until the connection ends. */
import { connect, type Socket } from 'node:net';

export function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  // Being cut off is what is looked for.
  socket.on('error', () => undefined);
  return socket;
}

/** However it ends. */
export function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

/** A request for `path`, with these header lines besides Host. */
export function requestFor(url: string, path: string, lines: readonly string[] = [], method = 'GET'): string {
  return [`${method} ${path} HTTP/1.1`, `Host: ${new URL(url).host}`, ...lines, '', ''].join('\r\n');
}

/** All that is answered until the other side closes, which it must. */
export async function answersTo(url: string, bytes: string | Buffer): Promise<string> {
  const socket = open(url);
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.write(bytes);
  await ended(socket);
  return text;
}

export function statusesIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
