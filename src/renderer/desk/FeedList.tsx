/** The feed itself: newest scan first, steady under the pointer, older ones on request. */
import { ArrowUpOutlined, ScanOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useCallback, useMemo, useRef } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import type { Scan } from '#shared/model/scan.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useText } from '../text/text.ts';
import { FEED_LIMIT } from './feed.ts';
import { leaveRows, moveFocus, pressInFocus, pressUndo } from './row-keys.ts';
import { ScanRow } from './ScanRow.tsx';
import type { Feed } from './use-feed.ts';
import type { Deed } from './use-row-deed.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSteadyList } from './use-steady-list.ts';

interface FeedListProps {
  feed: Feed;
  /** Named in each row when the feed shows more than one entry; null when it shows one. */
  entries: Entry[] | null;
  sandbox: boolean;
  /** The operator did something to a scan. */
  onDeed: (scan: Scan, deed: Deed) => void;
}

export function FeedList({ feed, entries, sandbox, onDeed }: FeedListProps) {
  const t = useText();
  const { rows, applyAnswer } = feed;
  const ids = useMemo(() => rows.map(({ scan }) => scan.id), [rows]);
  const names = useMemo(() => entries && new Map(entries.map(({ id, name }) => [id, name])), [entries]);
  const steady = useSteadyList(ids);
  const lastAnnulled = useRef<string | null>(null);
  const onDone = useCallback(
    (scan: Scan, deed: Deed) => {
      if (deed.kind === 'annul') lastAnnulled.current = scan.id;
      applyAnswer(scan);
      onDeed(scan, deed);
    },
    [applyAnswer, onDeed],
  );
  const inList = (act: (list: HTMLElement) => void) => () => {
    const list = steady.list.current;
    // A menu that opens takes the focus a moment later.
    if (list && list.querySelector('[data-holds]') === null) act(list);
  };
  useShortcuts({
    older: inList((list) => moveFocus(list, 1)),
    newer: inList((list) => moveFocus(list, -1)),
    newest: inList((list) => {
      leaveRows(list);
      steady.toTop();
      moveFocus(list, 0);
    }),
    recheck: inList((list) => pressInFocus(list, 'recheck')),
    annul: inList((list) => pressInFocus(list, 'annul')),
    undo: inList((list) => pressUndo(list, lastAnnulled.current)),
    leave: inList(leaveRows),
  });
  return (
    <div className="feed" data-testid="feed">
      {steady.above > 0 && (
        <Button
          className="feed-above"
          type="primary"
          shape="round"
          icon={<ArrowUpOutlined />}
          onClick={steady.toTop}
        >
          {t('desk:feed.newAbove', { count: steady.above })}
        </Button>
      )}
      <div ref={steady.viewport} className="feed-viewport">
        <ol ref={steady.list} aria-label={t('desk:feed.label')}>
          {rows.map((row) => (
            <ScanRow
              key={row.scan.id}
              scan={row.scan}
              live={row.live}
              entryName={names ? (names.get(row.scan.entryId) ?? null) : null}
              onDone={onDone}
            />
          ))}
        </ol>
        {rows.length === 0 && <Nothing feed={feed} sandbox={sandbox} />}
        {feed.hasMore && (
          <div className="feed-end">
            <Button loading={feed.loadingMore} onClick={feed.loadMore}>
              {t('desk:feed.more')}
            </Button>
          </div>
        )}
        {feed.full && <p className="feed-end">{t('desk:feed.limit', { count: FEED_LIMIT })}</p>}
      </div>
    </div>
  );
}

function Nothing({ feed, sandbox }: { feed: Feed; sandbox: boolean }) {
  const t = useText();
  if (feed.state === 'failed') return <ErrorState error={feed.error} onRetry={feed.reload} />;
  if (feed.state === 'loading') return <Spin className="feed-waiting" />;
  return (
    <EmptyState icon={<ScanOutlined />} title={t('desk:feed.empty')}>
      {t(sandbox ? 'desk:feed.emptySandbox' : 'desk:feed.emptyBody')}
    </EmptyState>
  );
}
