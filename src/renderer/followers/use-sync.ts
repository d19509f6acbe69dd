/** An account's sync as it stands, told by its feed: it runs in the host, whatever screen shows. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SyncProgress } from '#shared/model/user.ts';
import { useConsole } from '../host/console.tsx';

const REOPEN_MS = 1_000;

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
  const told = useEffectEvent((next: SyncProgress) => {
    if (next.state === 'done' && progress !== null && progress.state !== 'done') onDone();
    setProgress(next);
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function follow(): Promise<void> {
      try {
        for await (const next of await client.followers.progress({ accountId }, { signal })) {
          if (signal.aborted) return;
          told(next);
        }
      } catch {
        // A broken feed is opened again; asking for the followers says what is wrong.
      }
      if (!signal.aborted) timer = setTimeout(() => void follow(), REOPEN_MS);
    }
    void follow();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
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
