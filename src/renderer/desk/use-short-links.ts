/**
 * The short links of many entries by one question: they differ in nothing but the entry's id at their end, and each
 * code that is asked for costs a signature.
 */
import { useQuery } from '@tanstack/react-query';
import type { Entry } from '#shared/model/entry.ts';
import { useConsole } from '../host/console.tsx';

export interface ShortLinks {
  /** Null while it is not known where phones come back to. */
  linkOf: ((entry: Pick<Entry, 'id'>) => string) | null;
  error: Error | null;
  refetch: () => void;
}

/** Entries of one account. */
export function useShortLinks(entries: readonly Entry[]): ShortLinks {
  const { query, status } = useConsole();
  const callback = status.data?.callback;
  const callbackUrl = callback?.state === 'listening' ? callback.url : null;
  const [first] = entries;
  const input = { id: first?.id ?? '' };
  const { data, error, refetch } = useQuery(
    query.entries.code.queryOptions({
      input,
      queryKey: [...query.entries.code.queryKey({ input }), 'link', callbackUrl],
      enabled: first !== undefined && callbackUrl !== null,
      // A public URL that was changed elsewhere meanwhile must not end up on paper.
      staleTime: 0,
      refetchInterval: 10_000,
    }),
  );
  const base = data && first ? linkBase(data.entryUrl, first.id) : null;
  return {
    linkOf: base === null || callbackUrl === null ? null : ({ id }) => base + id,
    error: data ? null : error,
    refetch: () => void refetch(),
  };
}

/** What stands before the id, or null for a link that does not end with it. */
export function linkBase(entryUrl: string, id: string): string | null {
  return entryUrl.endsWith(`/${id}`) ? entryUrl.slice(0, -id.length) : null;
}
