/** Every openid of a look-up, or those with one verdict, for the clipboard. */
import type { LookupRowPage, LookupRowQuery } from '#shared/model/lookup.ts';
import type { Verdict } from '#shared/model/verdict.ts';

const PAGE_ROWS = 500;

/** One per line, in the order given. */
export async function gatherOpenids(
  readPage: (query: LookupRowQuery) => Promise<LookupRowPage>,
  id: string,
  verdict: Verdict | null,
): Promise<string> {
  const openids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage({ id, limit: PAGE_ROWS, cursor, verdict: verdict ?? undefined });
    for (const { openid } of page.items) openids.push(openid);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return openids.join('\n');
}
