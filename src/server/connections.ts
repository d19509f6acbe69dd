/**
 * Closing an HTTP server the way a visitor would wish: what has been asked is still answered, what is idle
 * goes at once, and nothing holds the end up for longer than a bound.
 *
 * `server.closeIdleConnections()` is not enough: it keeps connections that were opened ahead of need and
 * never used, as browsers do, and it ends no feed.
 */
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Connections {
  /**
   * Stops accepting at once (before the first await), lets answers finish for at most `graceMs`, ends feeds.
   * Resolves when no connection is left.
   */
  drain(graceMs: number): Promise<void>;
}

function isFeed(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

/** Must be called before the server listens. */
export function trackConnections(server: Server): Connections {
  const sockets = new Map<Socket, ServerResponse | null>();
  let draining = false;

  server.on('connection', (socket) => {
    sockets.set(socket, null);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    sockets.set(socket, response);
    response.once('close', () => {
      if (draining) socket.destroySoon();
      else if (sockets.get(socket) === response) sockets.set(socket, null);
    });
  });

  return {
    async drain(graceMs) {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const [socket, response] of sockets) {
        if (response === null || isFeed(response)) socket.destroy();
        else if (!response.headersSent) response.setHeader('Connection', 'close');
      }
      const bound = setTimeout(() => {
        for (const socket of sockets.keys()) socket.destroy();
      }, graceMs);
      await closed;
      clearTimeout(bound);
    },
  };
}
