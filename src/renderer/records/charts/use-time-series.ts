/**
 * The counts over time behind the charts. A range that may be long is counted by day first: what that finds
 * says how finely it can be counted. An event of two hours in a year of records is then shown by minutes.
 */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ScanCount, ScanFilter } from '#shared/model/scan.ts';
import { useConsole } from '../../host/console.tsx';
import { binsOf, type Grain, grainFor } from './bins.ts';

export interface Range {
  filter: ScanFilter;
  grain: Grain;
}

/** How to count a filter whose ends are known to be close; null when it must be counted by day first. */
export function rangeOf(filter: ScanFilter): Range | null {
  if (filter.from === undefined || filter.to === undefined) return null;
  const grain = grainFor(Date.parse(filter.to) - Date.parse(filter.from));
  return grain === 'minute' ? { filter, grain } : null;
}

/** How to count a filter more finely now that the days with scans are known, oldest first. */
export function rangeWithin(filter: ScanFilter, days: readonly ScanCount[]): Range {
  const first = days[0]?.at;
  const last = days.at(-1)?.at;
  if (!first || !last) return { filter, grain: 'day' };
  const end = new Date(last);
  end.setDate(end.getDate() + 1);
  const from = Math.max(Date.parse(first), Date.parse(filter.from ?? first));
  const to = Math.min(end.getTime(), Date.parse(filter.to ?? end.toISOString()));
  const grain = grainFor(to - from);
  if (grain === 'day') return { filter, grain };
  return { filter: { ...filter, from: new Date(from).toISOString(), to: new Date(to).toISOString() }, grain };
}

export function useTimeSeries(filter: ScanFilter) {
  const { query } = useConsole();
  const offsetMinutes = -new Date(filter.from ?? Date.now()).getTimezoneOffset();
  const direct = useMemo(() => rangeOf(filter), [filter]);
  const days = useQuery(
    query.scans.series.queryOptions({
      input: { ...filter, by: 'day', offsetMinutes },
      enabled: direct === null,
      staleTime: 0,
    }),
  );
  const items = days.data?.items;
  const range = useMemo(() => direct ?? (items ? rangeWithin(filter, items) : null), [direct, filter, items]);
  const fine = useQuery(
    query.scans.series.queryOptions({
      input: { ...(range?.filter ?? filter), by: range?.grain ?? 'day', offsetMinutes },
      enabled: range !== null && range.grain !== 'day',
      staleTime: 0,
    }),
  );
  const asked = range?.grain === 'day' ? days : fine;
  const counts = range === null ? undefined : asked.data?.items;
  const grain = range?.grain ?? 'day';
  const bins = useMemo(() => counts && binsOf(counts, grain), [counts, grain]);
  // What was there stays on screen until the new is read: the page does not jump.
  const [kept, setKept] = useState(bins);
  if (bins !== undefined && bins !== kept) setKept(bins);
  return {
    /** Undefined while they are read for the first time, null when nobody came. */
    bins: bins === undefined ? kept : bins,
    error: bins === undefined ? (days.error ?? fine.error) : null,
    retry: () => void (days.error ? days : fine).refetch(),
  };
}
