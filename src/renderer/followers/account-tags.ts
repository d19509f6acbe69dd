/** An account's tags as WeChat has them, and what of them belongs to WeChat itself. */
import { useQuery } from '@tanstack/react-query';
import { type Tag, TagName } from '#shared/model/tag.ts';
import { useConsole } from '../host/console.tsx';

/** @see https://developers.weixin.qq.com/doc/service/api/usermanage/tagmanage/api_createtag */
export const MOST_TAGS = 100;

/** A tag that more people have cannot be removed (45057). */
export const MOST_TO_REMOVE = 100_000;

/** Ids below are WeChat's own: they can be put on people, but neither renamed nor removed. */
const FIRST_OWN = 100;

export function isBuiltIn({ id }: Tag): boolean {
  return id < FIRST_OWN;
}

/** Why a name cannot be had; null when it can. `except` may keep its own. */
export function troubleWithName(
  name: string,
  tags: readonly Tag[],
  except?: number,
): 'empty' | 'tooLong' | 'taken' | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (!TagName.safeParse(trimmed).success) return 'tooLong';
  return tags.some((tag) => tag.id !== except && tag.name === trimmed) ? 'taken' : null;
}

export function useAccountTags(accountId: string) {
  const { query } = useConsole();
  return useQuery(query.tags.list.queryOptions({ input: { accountId }, staleTime: 60_000 }));
}
