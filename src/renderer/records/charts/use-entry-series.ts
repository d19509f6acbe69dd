/** How many scanned at each entry, most first. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScanCount, ScanFilter } from '#shared/model/scan.ts';
import { useConsole } from '../../host/console.tsx';

const NONE: readonly ScanCount[] = [];

/** Empty until it is read. */
export function useEntrySeries(filter: ScanFilter): readonly ScanCount[] {
  const { query } = useConsole();
  const { data } = useQuery(
    query.scans.series.queryOptions({ input: { ...filter, by: 'entry' }, staleTime: 0 }),
  );
  return useMemo(() => data?.items.toSorted((a, b) => b.scanned - a.scanned) ?? NONE, [data]);
}
