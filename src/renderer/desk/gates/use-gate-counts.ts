/** How many scanned at each gate, asked for again when scans come, at most once a second however many they are. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScanCount } from '#shared/model/scan.ts';
import { useNow } from '../../components/use-now.ts';
import { useConsole } from '../../host/console.tsx';
import { useThrottled } from '../use-throttled.ts';

const REFRESH_EVERY_MS = 1_000;
/** Midnight is not missed by more. */
const LOOK_AT_CLOCK_MS = 10_000;

/** `today` begins at midnight by this machine's clock. */
export type Range = 'today' | 'all';

export interface GateCounts {
  /** Undefined until they are read. */
  counts: readonly ScanCount[] | undefined;
  error: Error | null;
  refresh: () => void;
}

export function useGateCounts(accountId: string, range: Range): GateCounts {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const midnight = new Date(useNow(LOOK_AT_CLOCK_MS)).setHours(0, 0, 0, 0);
  const from = range === 'today' ? new Date(midnight).toISOString() : undefined;
  const { data, error } = useQuery(
    query.scans.series.queryOptions({
      input: { accountId, by: 'entry', from },
      refetchInterval: 30_000,
      staleTime: 0,
    }),
  );
  const refresh = useThrottled(() => {
    void queryClient.invalidateQueries({ queryKey: query.scans.series.key() });
  }, REFRESH_EVERY_MS);
  return { counts: data?.items, error: data ? null : error, refresh };
}
