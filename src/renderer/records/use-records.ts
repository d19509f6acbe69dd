/** What the screen and the page for print are made of: the filter in force, its counters, the account's entries. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { useNow } from '../components/use-now.ts';
import { useThrottled } from '../desk/use-throttled.ts';
import { useConsole } from '../host/console.tsx';
import { scanFilterOf } from './record-filter.ts';
import { useRecordFilter } from './use-record-filter.ts';

/** A million rows are counted in a moment, but not in a blink. */
const REFRESH_EVERY_MS = 2_000;
const NONE: readonly Entry[] = [];

export function useRecords(accountId: string) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const { filter, set, replace } = useRecordFilter();
  // The same day is the same filter: only midnight makes another.
  const today = new Date(useNow(60_000)).setHours(0, 0, 0, 0);
  const scanFilter = useMemo(
    () => scanFilterOf(filter, accountId, new Date(today)),
    [filter, accountId, today],
  );
  // Who comes back to the screen has not heard of the scans made meanwhile.
  const summary = useQuery(query.scans.summary.queryOptions({ input: scanFilter, staleTime: 0 }));
  const entries = useQuery(query.entries.list.queryOptions({ input: { accountId } }));
  const refresh = useThrottled(() => {
    void queryClient.invalidateQueries({ queryKey: query.scans.summary.key() });
    void queryClient.invalidateQueries({ queryKey: query.scans.series.key() });
    void queryClient.invalidateQueries({ queryKey: query.scans.list.key() });
    void queryClient.invalidateQueries({ queryKey: query.people.get.key() });
  }, REFRESH_EVERY_MS);
  return {
    filter,
    set,
    replace,
    scanFilter,
    summary,
    entries: entries.data?.items ?? NONE,
    /** Counts again, soon. */
    refresh,
  };
}
