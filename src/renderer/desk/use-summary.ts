/** The counters, asked for again when scans come, at most once a second however many they are. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScanSummary } from '#shared/model/scan.ts';
import { useConsole } from '../host/console.tsx';
import type { FeedFilter } from './use-feed.ts';
import { useThrottled } from './use-throttled.ts';

const REFRESH_EVERY_MS = 1_000;

export function useSummary(filter: FeedFilter): { summary: ScanSummary | undefined; refresh: () => void } {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const { data } = useQuery(query.scans.summary.queryOptions({ input: filter, refetchInterval: 30_000 }));
  const refresh = useThrottled(() => {
    void queryClient.invalidateQueries({ queryKey: query.scans.summary.key() });
  }, REFRESH_EVERY_MS);
  return { summary: data, refresh };
}
