/** The account's tags by number, for whatever shows people; asked of WeChat only where somebody has one. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useConsole } from '../host/console.tsx';

/** Undefined until they are known; tags that cannot be read stay numbers. */
export function useTagNames(accountId: string, wanted: boolean): ReadonlyMap<number, string> | undefined {
  const { query } = useConsole();
  const tags = useQuery(
    query.tags.list.queryOptions({ input: { accountId }, enabled: wanted, staleTime: 60_000 }),
  ).data;
  return useMemo(() => tags && new Map(tags.items.map(({ id, name }) => [id, name])), [tags]);
}
