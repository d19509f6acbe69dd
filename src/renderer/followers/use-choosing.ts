/** Selecting people: one by one, a range, or everybody the filter shows. Another filter selects nobody. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useConsole } from '../host/console.tsx';
import type { Choosing } from './FollowerTable.tsx';
import { type FollowerFilter, followerQueryOf } from './follower-filter.ts';
import { gatherFollowers } from './gather-followers.ts';
import { MOST_SELECTED, NOBODY_SELECTED, selectionOf, withRange, withToggled } from './selection.ts';
import type { Directory } from './use-directory.ts';

export interface ChoosingPeople extends Choosing {
  clear: () => void;
  error: unknown;
}

export function useChoosing(accountId: string, filter: FollowerFilter, directory: Directory): ChoosingPeople {
  const { client } = useConsole();
  const [selection, setSelection] = useState(NOBODY_SELECTED);
  const [of, setOf] = useState(filter);
  const gathering = useRef(new AbortController());
  const { row } = directory;

  const gather = useMutation({
    mutationFn() {
      gathering.current = new AbortController();
      const { signal } = gathering.current;
      const query = followerQueryOf(filter, accountId);
      return gatherFollowers((asked) => client.followers.list(asked), query, MOST_SELECTED, signal);
    },
    onSuccess: ({ openids, isAll }) => setSelection(selectionOf(openids, isAll)),
  });
  const { mutate, reset } = gather;

  const clear = useCallback(() => {
    gathering.current.abort();
    reset();
    setSelection(NOBODY_SELECTED);
  }, [reset]);
  if (of !== filter) {
    setOf(filter);
    setSelection(NOBODY_SELECTED);
  }
  // What is still being gathered belongs to the filter before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter ends it
  useEffect(() => () => gathering.current.abort(), [filter]);
  const choose = useCallback(
    (index: number, isRange: boolean) => {
      const openid = row(index)?.openid;
      if (openid === undefined) return;
      setSelection((before) =>
        isRange && before.anchor !== null
          ? withRange(before, index, (at) => row(at)?.openid)
          : withToggled(before, openid, index),
      );
    },
    [row],
  );
  const isAnybody = selection.openids.size > 0;
  const chooseAll = useCallback(() => (isAnybody ? clear() : mutate()), [isAnybody, clear, mutate]);
  return {
    selection,
    choose,
    chooseAll,
    isChoosingAll: gather.isPending,
    clear,
    error: gathering.current.signal.aborted ? null : gather.error,
  };
}
