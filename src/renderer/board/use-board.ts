/** The board, kept live: what was last true stays on screen while the host is away, and says how old it is. */
import { useEffect, useState } from 'react';
import type { Board } from '#shared/model/board.ts';
import type { BoardClient } from '../host/board-client.ts';
import { isSignedOut } from '../host/failures.ts';
import { followFeed } from '../host/follow-feed.ts';

/** `refused`: the key is not, or no longer, the board's. */
export type BoardConnection = 'connecting' | 'live' | 'lost' | 'refused';

export function useBoard(client: BoardClient): { board: Board | null; connection: BoardConnection } {
  const [board, setBoard] = useState<Board | null>(null);
  const [connection, setConnection] = useState<BoardConnection>('connecting');
  useEffect(() => {
    const ending = new AbortController();
    void followFeed<Board>({
      signal: ending.signal,
      open: (_last, signal) => client.live(undefined, { signal }),
      onOpen: () => setConnection('live'),
      onValue: setBoard,
      onLost: (error) => setConnection(isSignedOut(error) ? 'refused' : 'lost'),
    });
    return () => ending.abort();
  }, [client]);
  return { board, connection };
}
