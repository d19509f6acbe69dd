/** A look-up's answers by their place in the list shown, fetched as they come into sight. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lookup, LookupRow } from '#shared/model/lookup.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { createRowPages } from '../components/rows/row-pages.ts';
import { useConsole } from '../host/console.tsx';
import { countOf } from './VerdictCounts.tsx';

/** As many as the contract gives at once: on the way to a far row each page costs a question. */
const PAGE_ROWS = 500;
/** Six thousand rows in memory, whatever the look-up's size. */
const KEPT_PAGES = 12;
const REFRESH_MS = 700;
/** So many rows beyond either edge are fetched too: who scrolls fast meets few that are still to come. */
const AHEAD = 200;

export interface Results {
  row: (index: number) => LookupRow | undefined;
  show: (from: number, to: number) => void;
  error: unknown;
  retry: () => void;
  /** Reads everything again: somebody was taken out. */
  restart: () => void;
}

export function useResults(lookup: Lookup, verdict: Verdict | null): Results {
  const { client } = useConsole();
  const { id } = lookup;
  const [, setChanges] = useState(0);
  const [pages, setPages] = useState(open);
  const [shown, setShown] = useState(verdict);

  function open() {
    return createRowPages<LookupRow>({
      kept: KEPT_PAGES,
      fetchPage: (cursor) =>
        client.lookups.results({ id, limit: PAGE_ROWS, cursor, verdict: verdict ?? undefined }),
      onChange: () => setChanges((count) => count + 1),
    });
  }
  if (shown !== verdict) {
    setShown(verdict);
    setPages(open());
  }

  const settled = lookup.state === 'running' ? null : lookup.answered;
  const read = useRef(settled);
  // While answers come in, what is seen is read again now and then; whenever they have stopped, everything is.
  useEffect(() => {
    if (settled !== null) {
      if (read.current !== settled) pages.reset();
      read.current = settled;
      return;
    }
    read.current = null;
    const timer = setInterval(() => pages.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [settled, pages]);
  const count = verdict === null ? lookup.answered : countOf(lookup, verdict);
  const show = useCallback(
    (from: number, to: number) => pages.show(Math.max(0, from - AHEAD), Math.min(count - 1, to + AHEAD)),
    [pages, count],
  );
  // Cursors are positions. Where the last one is there too, nobody was erased, and no page must be walked to.
  const { asked } = lookup;
  const whole = lookup.state === 'done' && verdict === null && asked > PAGE_ROWS;
  useEffect(() => {
    if (!whole) return;
    let left = false;
    client.lookups.results({ id, limit: 1, cursor: String(asked - 1) }).then(
      ({ items }) => {
        if (!left && items[0]?.position === asked - 1)
          pages.jumpBy(PAGE_ROWS, (page) => String(page * PAGE_ROWS));
      },
      // Walking works as well.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [whole, client, id, asked, pages]);
  return {
    row: pages.row,
    show,
    error: pages.error,
    retry: pages.refresh,
    restart: pages.reset,
  };
}
