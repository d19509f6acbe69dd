/** How the board reaches its host: over the desktop's port, or over HTTP with its own key or the session's cookie. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type ConsoleClient, createConsoleClient } from './client.ts';
import { chooseTransport, isDesktop } from './transport.ts';

/** All that a board may ask. */
export type BoardClient = Pick<ConsoleClient['board'], 'live'>;

export function createBoardClient(page: Window, key: string | null): BoardClient {
  if (isDesktop(page)) return createConsoleClient(chooseTransport(page)).client.board;
  const link = new RPCLink({
    url: new URL('/board/rpc', page.location.href).href,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    fetch: (request, init) => page.fetch(request, { ...init, credentials: 'same-origin' }),
  });
  const client: Pick<ConsoleClient, 'board'> = createORPCClient(link);
  return client.board;
}
