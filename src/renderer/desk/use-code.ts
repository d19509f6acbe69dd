/** The entry's current code, renewed before it is due and hidden once it is past its time. */
import { useQuery } from '@tanstack/react-query';
import type { Code, Entry } from '#shared/model/entry.ts';
import { useNow } from '../components/use-now.ts';
import { useConsole } from '../host/console.tsx';
import { nextRequestIn, remainingMs, remainingShare } from './rotation.ts';

export interface CurrentCode {
  code: Code | undefined;
  /** Milliseconds the authorize URL has left; 0 once it may not be shown. */
  remaining: number;
  share: number;
  error: Error | null;
  isFetching: boolean;
  refetch: () => void;
}

/** `callbackUrl` is where phones come back, null while nothing listens: codes for an old one are dead. */
export function useCode(entry: Entry, callbackUrl: string | null): CurrentCode {
  const { query } = useConsole();
  const input = { id: entry.id };
  const now = useNow(1_000);
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery(
    query.entries.code.queryOptions({
      input,
      queryKey: [...query.entries.code.queryKey({ input }), callbackUrl],
      enabled: callbackUrl !== null,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchInterval: ({ state }) =>
        nextRequestIn(state.data, Date.now(), state.status === 'error' || state.fetchFailureCount > 0),
      // A projector's window is rarely the focused one.
      refetchIntervalInBackground: true,
    }),
  );
  return {
    code: data,
    // The clock of the render may be a second old; the code's own time is not negotiable.
    remaining: data ? remainingMs(data, Math.max(now, Date.now())) : 0,
    share: data ? remainingShare(data, dataUpdatedAt, now) : 0,
    error,
    isFetching,
    refetch: () => void refetch(),
  };
}
