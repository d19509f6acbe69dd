/** The scans of a filter: read page by page, kept up to date by the live feed. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Scan, ScanChange, ScanFilter, ScanPage } from '#shared/model/scan.ts';
import { useLiveScans } from '../desk/use-live-scans.ts';
import { useConsole } from '../host/console.tsx';
import { EMPTY_LIST, type ScanList, withChanges, withNewest, withOlder, withScan } from './scan-list.ts';

const PAGE = 100;

type Action =
  | { type: 'reset' }
  | { type: 'newest'; page: ScanPage }
  | { type: 'older'; page: ScanPage }
  | { type: 'reading' }
  | { type: 'failed'; error: unknown }
  | { type: 'changes'; changes: readonly ScanChange[]; filter: ScanFilter }
  | { type: 'scan'; scan: Scan };

function reduce(list: ScanList, action: Action): ScanList {
  switch (action.type) {
    case 'reset':
      return EMPTY_LIST;
    case 'newest':
      return withNewest(list, action.page);
    case 'older':
      return withOlder(list, action.page);
    case 'reading':
      return { ...list, more: 'loading', error: null };
    case 'failed':
      // An older page that fails leaves the rows on screen: they are still true.
      return list.phase === 'ready'
        ? { ...list, more: 'failed', error: action.error }
        : { ...list, phase: 'failed', error: action.error };
    case 'changes':
      return withChanges(list, action.changes, action.filter);
    case 'scan':
      return withScan(list, action.scan);
  }
}

export interface ScanRows extends ScanList {
  loadMore: () => void;
  /** Reads the newest page again, and what came since with it. */
  reload: () => void;
  replace: (scan: Scan) => void;
}

/** `filter` keeps its identity while it says the same. `onChanged` hears of every change of the account. */
export function useScanList(filter: ScanFilter, onChanged: () => void): ScanRows {
  const { client } = useConsole();
  const [list, dispatch] = useReducer(reduce, EMPTY_LIST);
  const reading = useRef(new AbortController());

  const read = useCallback(
    async (type: 'newest' | 'older', cursor?: string) => {
      const { signal } = reading.current;
      try {
        const page = await client.scans.list({ ...filter, limit: PAGE, cursor }, { signal });
        if (!signal.aborted) dispatch({ type, page });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: 'failed', error });
      }
    },
    [client, filter],
  );

  const reload = useCallback(() => {
    reading.current.abort();
    reading.current = new AbortController();
    void read('newest');
  }, [read]);

  useEffect(() => {
    dispatch({ type: 'reset' });
    reload();
    return () => reading.current.abort();
  }, [reload]);

  useLiveScans({
    onChanges(all) {
      const changes = all.filter(({ accountId }) => accountId === filter.accountId);
      if (changes.length === 0) return;
      dispatch({ type: 'changes', changes, filter });
      onChanged();
    },
    onGap: reload,
  });

  const { cursor, more } = list;
  const loadMore = useCallback(() => {
    if (cursor === null || more === 'loading') return;
    dispatch({ type: 'reading' });
    void read('older', cursor);
  }, [cursor, more, read]);
  const replace = useCallback((scan: Scan) => dispatch({ type: 'scan', scan }), []);
  return { ...list, loadMore, reload, replace };
}
