/** An account's sync as it stands, told by its feed: it runs in the host, whatever screen shows. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SyncProgress } from '#shared/model/user.ts';
import { useConsole } from '../host/console.tsx';
import { followFeed } from '../host/follow-feed.ts';

export interface Sync {
  /** Null until the host has told. */
  progress: SyncProgress | null;
  /** Starts it, lets it go on, or lets one that waits try at once. */
  start: () => void;
  pause: () => void;
  isBusy: boolean;
  error: unknown;
}

/** `onDone` hears of each reading that becomes complete while somebody looks. */
export function useSync(accountId: string, onDone: () => void): Sync {
  const { client, query } = useConsole();
  const [progress, setProgress] = useState<SyncProgress | null>(null);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const told = hearOfCompletion(done);
    const ending = new AbortController();
    // That a feed broke is said by whoever asks for the followers.
    void followFeed<SyncProgress>({
      open: (_last, signal) => client.followers.progress({ accountId }, { signal }),
      onValue(next) {
        told(next);
        setProgress(next);
      },
      signal: ending.signal,
    });
    return () => ending.abort();
  }, [client, accountId]);
  const start = useMutation(query.followers.sync.mutationOptions());
  const pause = useMutation(query.followers.pause.mutationOptions());
  return {
    progress,
    start: () => start.mutate({ accountId }),
    pause: () => pause.mutate({ accountId }),
    isBusy: start.isPending || pause.isPending,
    error: start.error ?? pause.error,
  };
}

/**
 * Calls `onDone` for each reading that becomes complete among what it is told, none left out however quickly one
 * follows the other: React may draw only the last of several.
 */
export function hearOfCompletion(onDone: () => void): (next: Pick<SyncProgress, 'state'>) => void {
  let before: SyncProgress['state'] | null = null;
  return ({ state }) => {
    if (state === 'done' && before !== null && before !== 'done') onDone();
    before = state;
  };
}

/** True while WeChat is being asked, or will be without anybody's help. */
export function isUnderWay({ state }: SyncProgress): boolean {
  return state === 'running' || state === 'waiting';
}

/** True when a reading was begun and stands still before its end, for whatever cause. */
export function isUnfinished({ state, total }: SyncProgress): boolean {
  return state === 'paused' || state === 'failed' || (state === 'idle' && total !== null);
}

/** How many were read and how many WeChat itself counts, where a complete reading found another number. */
export function differingCounts({ state, fetched, total }: SyncProgress) {
  return state === 'done' && total !== null && total !== fetched ? { fetched, total } : null;
}
