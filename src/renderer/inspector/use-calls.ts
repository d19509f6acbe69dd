/** The latest calls, read again every two seconds while somebody looks at them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Call } from '#shared/model/call.ts';
import { useConsole } from '../host/console.tsx';

const EVERY_MS = 2_000;
const NONE: readonly Call[] = [];

export function useCalls() {
  const { query } = useConsole();
  const cache = useQueryClient();
  const [paused, setPaused] = useState(false);
  const { data, isPending, error, refetch } = useQuery(
    // A window that nobody sees is not refreshed: react-query holds the interval then.
    query.calls.list.queryOptions({
      input: {},
      staleTime: 0,
      enabled: !paused,
      refetchInterval: EVERY_MS,
    }),
  );
  const clear = useMutation(
    query.calls.clear.mutationOptions({
      onSuccess: () => {
        cache.setQueryData(query.calls.list.queryKey({ input: {} }), { items: [] });
        return cache.invalidateQueries({ queryKey: query.calls.list.key() });
      },
    }),
  );
  return {
    calls: data?.items ?? NONE,
    isPending: isPending && !paused,
    error,
    hasData: data !== undefined,
    retry: () => void refetch(),
    paused,
    setPaused,
    clear,
  };
}
