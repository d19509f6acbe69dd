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
  /** Requests that came whole and wait for their answers on this connection; null when there is none. */
  answers(socket: Socket): Promise<unknown> | null;
}

function isFeed(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

/** Must be called before the server listens. */
export function trackConnections(server: Server): Connections {
  /** Each with what it still waits for, in the order asked. */
  const sockets = new Map<Socket, ServerResponse[]>();
  let draining = false;

  server.on('connection', (socket) => {
    sockets.set(socket, []);
    socket.once('close', () => sockets.delete(socket));
  });
  function answered(this: ServerResponse): void {
    const { socket } = this.req;
    const waiting = sockets.get(socket);
    waiting?.splice(waiting.indexOf(this), 1);
    if (draining && waiting?.length === 0) socket.destroySoon();
  }
  server.on('request', ({ socket }, response) => {
    sockets.get(socket)?.push(response);
    // The same function for all: a closure for each answer would be seen in a crowd.
    response.on('close', answered);
  });

  return {
    async drain(graceMs) {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const [socket, waiting] of sockets) {
        const last = waiting.at(-1);
        if (last === undefined || isFeed(last)) socket.destroy();
        else if (!last.headersSent) last.setHeader('Connection', 'close');
      }
      const bound = setTimeout(() => {
        for (const socket of sockets.keys()) socket.destroy();
      }, graceMs);
      await closed;
      clearTimeout(bound);
    },
    answers(socket) {
      const owed = (sockets.get(socket) ?? []).filter(({ req }) => req.complete);
      const sent = owed.map((response) => new Promise((resolve) => response.once('close', resolve)));
      return sent.length === 0 ? null : Promise.all(sent);
    },
  };
}
