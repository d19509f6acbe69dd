/** The openids of everybody a filter shows, newest first, up to a number. */
import type { FollowerPage, FollowerQuery } from '#shared/model/user.ts';

const PAGE_ROWS = 500;

/** `isAll` is false when there are more. Rejects with what `list` threw, and when the signal aborts. */
export async function gatherFollowers(
  list: (query: FollowerQuery) => Promise<FollowerPage>,
  query: Omit<FollowerQuery, 'limit' | 'cursor'>,
  most: number,
  signal: AbortSignal,
): Promise<{ openids: string[]; isAll: boolean }> {
  const openids: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await list({ ...query, limit: PAGE_ROWS, cursor });
    signal.throwIfAborted();
    for (const { openid } of items) openids.push(openid);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && openids.length <= most);
  return { openids: openids.slice(0, most), isAll: openids.length <= most };
}
