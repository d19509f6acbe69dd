/** The feed of one entry, or of all entries of an account: the newest page of the record, kept live. */
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Scan, ScanChange, ScanPage } from '#shared/model/scan.ts';
import { useConsole } from '../host/console.tsx';
import {
  applyAnswer as afterAnswer,
  applyChanges,
  applyPage,
  FEED_LIMIT,
  type FeedRow,
  newsIn,
} from './feed.ts';
import { type FeedConnection, useLiveScans } from './use-live-scans.ts';

const PAGE = 100;

export interface FeedFilter {
  accountId: string;
  /** Undefined = all entries. */
  entryId: string | undefined;
}

export interface Feed {
  rows: FeedRow[];
  connection: FeedConnection;
  /** `loading` until the first page is there. */
  state: 'loading' | 'ready' | 'failed';
  error: unknown;
  /** True when older scans can be loaded into the feed. */
  hasMore: boolean;
  /** True when the feed is as long as it gets. */
  full: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
  /** Shows what the host answered to something done to a scan. */
  applyAnswer: (scan: Scan) => void;
}

interface State {
  rows: FeedRow[];
  cursor: string | null;
  phase: 'loading' | 'ready' | 'failed';
  loadingMore: boolean;
  error: unknown;
}

type Action =
  | { type: 'reset' }
  | { type: 'newest'; page: ScanPage }
  | { type: 'older'; page: ScanPage }
  | { type: 'asking' }
  | { type: 'failed'; error: unknown }
  | { type: 'changes'; changes: ScanChange[] }
  | { type: 'answer'; scan: Scan };

const EMPTY: State = { rows: [], cursor: null, phase: 'loading', loadingMore: false, error: null };

function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'reset':
      return EMPTY;
    case 'newest': {
      // What only the record told before is told again by this page; keeping it could hide a gap.
      const live = state.rows.filter(({ revision }) => revision > 0);
      const rows = applyPage(live, action.page.items);
      return { ...state, rows, cursor: action.page.nextCursor, phase: 'ready', error: null };
    }
    case 'older':
      return {
        ...state,
        rows: applyPage(state.rows, action.page.items),
        cursor: action.page.nextCursor,
        loadingMore: false,
      };
    case 'asking':
      return { ...state, loadingMore: true };
    case 'failed':
      // A page that fails later leaves the rows on screen: they are still true.
      return {
        ...state,
        phase: state.phase === 'ready' ? 'ready' : 'failed',
        loadingMore: false,
        error: action.error,
      };
    case 'changes':
      return { ...state, rows: applyChanges(state.rows, action.changes, state.cursor === null) };
    case 'answer':
      return { ...state, rows: afterAnswer(state.rows, action.scan) };
  }
}

export interface FeedListener {
  /** Something is different from what the counters say. */
  onChanges: () => void;
  /** These scans came, or have another verdict than before, while the desk was open. */
  onDecided?: (scans: ScanChange[]) => void;
}

export function useFeed(filter: FeedFilter, { onChanges, onDecided }: FeedListener): Feed {
  const { client } = useConsole();
  const { accountId, entryId } = filter;
  const [state, dispatch] = useReducer(reduce, EMPTY);
  const reading = useRef(new AbortController());

  const read = useCallback(
    async (type: 'newest' | 'older', cursor?: string) => {
      const { signal } = reading.current;
      try {
        const page = await client.scans.list({ accountId, entryId, limit: PAGE, cursor }, { signal });
        if (!signal.aborted) dispatch({ type, page });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: 'failed', error });
      }
    },
    [client, accountId, entryId],
  );

  useEffect(() => {
    reading.current = new AbortController();
    dispatch({ type: 'reset' });
    void read('newest');
    return () => reading.current.abort();
  }, [read]);

  const connection = useLiveScans({
    onChanges(all) {
      const changes = all.filter(
        (scan) => scan.accountId === accountId && (entryId === undefined || scan.entryId === entryId),
      );
      if (changes.length === 0) return;
      const news = newsIn(
        state.rows.map(({ scan }) => scan),
        changes,
      );
      dispatch({ type: 'changes', changes });
      onChanges();
      if (news.length > 0) onDecided?.(news);
    },
    onGap: () => void read('newest'),
  });

  const applyAnswer = useCallback((scan: Scan) => dispatch({ type: 'answer', scan }), []);
  const full = state.rows.length >= FEED_LIMIT;
  return {
    rows: state.rows,
    connection,
    state: state.phase,
    error: state.error,
    hasMore: state.cursor !== null && !full,
    full,
    loadingMore: state.loadingMore,
    loadMore() {
      if (state.cursor === null || state.loadingMore) return;
      dispatch({ type: 'asking' });
      void read('older', state.cursor);
    },
    reload: () => void read('newest'),
    applyAnswer,
  };
}
