/** The live feed as a React hook: one subscription for the whole desk, changes handed over in batches. */
import { useEffect, useRef, useState } from 'react';
import type { ScanChange } from '#shared/model/scan.ts';
import { useConsole } from '../host/console.tsx';
import { followFeed } from '../host/follow-feed.ts';

export type FeedConnection = 'connecting' | 'live' | 'lost';

/** Fifty scans a second are then ten renders a second. */
const BATCH_MS = 100;

interface LiveScans {
  onChanges: (changes: ScanChange[]) => void;
  /** The feed opened and what happened before may be missing: read it from the record. */
  onGap: () => void;
}

export function useLiveScans(listener: LiveScans): FeedConnection {
  const { client } = useConsole();
  const [connection, setConnection] = useState<FeedConnection>('connecting');
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const ending = new AbortController();
    let batch: ScanChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const changes = batch;
      batch = [];
      latest.current.onChanges(changes);
    };
    void followFeed<ScanChange>({
      signal: ending.signal,
      open: (last, signal) =>
        client.scans.live(last === null ? {} : { after: last.revision }, {
          signal,
          lastEventId: last === null ? undefined : String(last.revision),
        }),
      onOpen(resumed) {
        setConnection('live');
        if (!resumed) latest.current.onGap();
      },
      onValue(change) {
        batch.push(change);
        timer ??= setTimeout(flush, BATCH_MS);
      },
      onLost: () => setConnection('lost'),
    });
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [client]);
  return connection;
}
