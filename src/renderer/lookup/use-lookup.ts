/** A look-up as it stands, kept up to date by its feed until nothing more can happen to it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Lookup } from '#shared/model/lookup.ts';
import { useConsole } from '../host/console.tsx';
import { isAnswer } from '../host/failures.ts';
import { type Pace, paceOf, withSample } from './pace.ts';

const REOPEN_MS = 1_000;

/** True while it goes on, or may go on by itself or by hand. */
export function isOpen({ state }: Lookup): boolean {
  return state === 'running' || state === 'waiting' || state === 'paused';
}

function hasEnded({ state }: Lookup): boolean {
  return state === 'done' || state === 'canceled';
}

export function useLookup(id: string) {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const lookup = useQuery(query.lookups.get.queryOptions({ input: { id } }));
  useEffect(() => {
    const ending = new AbortController();
    const key = query.lookups.get.queryKey({ input: { id } });
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** @returns whether there is nothing more to come. */
    async function listen(): Promise<boolean> {
      let last: Lookup | null = null;
      for await (const state of await client.lookups.progress({ id }, { signal: ending.signal })) {
        if (ending.signal.aborted) return true;
        last = state;
        queryClient.setQueryData(key, state);
      }
      // A host that closes ends its feeds as well.
      return last !== null && hasEnded(last);
    }
    async function follow(): Promise<void> {
      // A broken feed is opened again; asking for the look-up itself says what is wrong.
      const isOver = await listen().catch((error: unknown) => isAnswer(error) && error.code === 'NOT_FOUND');
      if (ending.signal.aborted) return;
      await queryClient.invalidateQueries({ queryKey: isOver ? query.lookups.key() : key });
      if (!isOver && !ending.signal.aborted) timer = setTimeout(() => void follow(), REOPEN_MS);
    }
    void follow();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [client, query, queryClient, id]);
  return lookup;
}

/** How fast it goes, while it runs. */
export function usePace({ state, answered, asked }: Lookup): Pace | null {
  const [samples, setSamples] = useState<Parameters<typeof withSample>[0]>([]);
  useEffect(() => {
    if (state !== 'running') setSamples([]);
    else setSamples((kept) => withSample(kept, { at: performance.now(), answered }));
  }, [state, answered]);
  return state === 'running' ? paceOf(samples, asked) : null;
}
