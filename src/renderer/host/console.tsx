/** What every screen stands on: the client, the query cache, and the host's state. */
import { QueryClient, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { HostStatus } from '#shared/model/host.ts';
import type { Host } from './client.ts';
import { isAnswer } from './failures.ts';

export interface Console {
  client: Host['client'];
  query: Host['query'];
  /** `host.status`, asked again every ten seconds. */
  status: UseQueryResult<HostStatus>;
  /** True once the browser host said 401: only the link printed in its terminal helps. */
  sessionLost: boolean;
  onLocked: Host['onLocked'];
}

const STATUS_EVERY_MS = 10_000;

const ConsoleContext = createContext<Console | null>(null);

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // An answer, even a refusal, will not change by asking again.
        retry: (failures, error) => !isAnswer(error) && failures < 2,
        staleTime: 5_000,
        // The host is on this machine: it answers also when the venue's network is gone.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Makes `useConsole()` work below it. */
export function ConsoleProvider({ client: host, children }: { client: Host; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Connected host={host}>{children}</Connected>
    </QueryClientProvider>
  );
}

function Connected({ host, children }: { host: Host; children: ReactNode }) {
  const [sessionLost, setSessionLost] = useState(false);
  useEffect(() => host.onSessionLost(() => setSessionLost(true)), [host]);
  const status = useQuery(
    host.query.host.status.queryOptions({ refetchInterval: STATUS_EVERY_MS, enabled: !sessionLost }),
  );
  const value = useMemo(
    () => ({ client: host.client, query: host.query, onLocked: host.onLocked, status, sessionLost }),
    [host, status, sessionLost],
  );
  return <ConsoleContext value={value}>{children}</ConsoleContext>;
}

/** The host: `client` to call it, `query` for react-query's options and keys, `status` of it. */
export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (!value) throw new Error('useConsole is called outside ConsoleProvider');
  return value;
}
