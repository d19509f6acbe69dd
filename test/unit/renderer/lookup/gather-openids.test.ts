/** Copying openids takes all pages and only the verdict asked for. */
import { expect, it } from 'vitest';
import { gatherOpenids } from '#renderer/lookup/gather-openids.ts';
import type { LookupRow, LookupRowQuery } from '#shared/model/lookup.ts';

it('reads page after page, in order', async () => {
  const queries: LookupRowQuery[] = [];
  const text = await gatherOpenids(
    async (query) => {
      queries.push(query);
      const at = Number(query.cursor ?? 0);
      const items = [{ openid: `o${at}` }, { openid: `o${at + 1}` }] as LookupRow[];
      return { items, nextCursor: at < 4 ? String(at + 2) : null };
    },
    'l1',
    'unknown',
  );
  expect(text).toBe('o0\no1\no2\no3\no4\no5');
  expect(queries.map(({ cursor, verdict }) => [cursor, verdict])).toEqual([
    [undefined, 'unknown'],
    ['2', 'unknown'],
    ['4', 'unknown'],
  ]);
});
