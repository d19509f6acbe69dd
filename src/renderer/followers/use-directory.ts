/**
 * The followers that the filter shows, by their place in the list, read as they come into sight. What was shown
 * stays until the first answer about a new filter is there: a search must not blink with every letter.
 */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Follower, FollowerPage } from '#shared/model/user.ts';
import { createRowPages, type RowPages } from '../components/rows/row-pages.ts';
import { useConsole } from '../host/console.tsx';
import { type FollowerFilter, followerQueryOf, hashOfFilter } from './follower-filter.ts';

/** As many as the contract gives at once. */
const PAGE_ROWS = 500;
/** Somewhat more than can be selected: a selected range is still in memory. */
const KEPT_PAGES = 24;
/** Read ahead, so that scrolling meets no end before the list has one. */
const AHEAD_ROWS = 500;
/** Browsers draw nothing taller than about sixteen million pixels. */
export const MOST_ROWS = 400_000;

type Total = Pick<FollowerPage, 'total' | 'totalIsExact' | 'asOf'>;

interface Opened {
  pages: RowPages<Follower>;
  /** The filter, and what names it. */
  filter: FollowerFilter;
  key: string;
}

export interface Directory {
  /** Null before the first answer. */
  shown: (Total & { count: number; isWhole: boolean; filter: FollowerFilter; key: string }) | null;
  /** True while another filter's answer is awaited. */
  isBehind: boolean;
  row: (index: number) => Follower | undefined;
  /** Rows `first` to `last` are in sight. */
  show: (first: number, last: number) => void;
  error: unknown;
  retry: () => void;
  /** Reads again what is in sight, in place: something was changed. */
  refresh: () => void;
}

export function useDirectory(accountId: string, filter: FollowerFilter): Directory {
  const { client } = useConsole();
  const [, setChanges] = useState(0);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [coming, setComing] = useState<Opened | null>(null);
  const [total, setTotal] = useState<Total | null>(null);
  const latest = useRef<Opened | null>(null);
  const key = hashOfFilter(filter);

  const open = useEffectEvent(() => {
    const asked = followerQueryOf(filter, accountId);
    const mine: Opened = {
      filter,
      key,
      pages: createRowPages<Follower>({
        kept: KEPT_PAGES,
        async fetchPage(cursor) {
          const page = await client.followers.list({ ...asked, limit: PAGE_ROWS, cursor });
          if (latest.current === mine) setTotal(page);
          return page;
        },
        onChange() {
          if (latest.current !== mine) return;
          setOpened(mine);
          setChanges((count) => count + 1);
        },
      }),
    };
    latest.current = mine;
    setComing(mine);
    mine.pages.show(0, AHEAD_ROWS - 1);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another question
  useEffect(() => {
    open();
    return () => {
      latest.current = null;
    };
  }, [key, accountId]);

  const show = useCallback(
    (first: number, last: number) => opened?.pages.show(first, Math.min(last + AHEAD_ROWS, MOST_ROWS - 1)),
    [opened],
  );
  const retry = useCallback(() => latest.current?.pages.refresh(), []);
  const refresh = useCallback(() => opened?.pages.refresh(), [opened]);
  const { pages } = opened ?? {};
  return {
    shown:
      opened && total
        ? {
            ...total,
            count: Math.min(opened.pages.reached, MOST_ROWS),
            isWhole: opened.pages.isWhole,
            filter: opened.filter,
            key: opened.key,
          }
        : null,
    isBehind: coming !== null && coming !== opened,
    row: pages?.row ?? nobody,
    show,
    error: pages?.error ?? null,
    retry,
    refresh,
  };
}

function nobody(): undefined {
  return undefined;
}
