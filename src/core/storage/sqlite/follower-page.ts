/**
 * Pages of the directory, newest first, by keyset: a page begins after the last row of the one before, so rows
 * that come and go in between neither repeat nor hide others. A page may be shorter than asked for and still name
 * a next one: then what was looked for is rare, and looking further at once would keep the phones waiting.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Follower, FollowerPage, FollowerQuery } from '#shared/model/user.ts';
import type { Filter } from './follower-filter.ts';
import type { Hits } from './follower-lists.ts';
import { AFTER_LAST_PLACE, decodeCursor, encodeCursor, spanOf } from './follower-places.ts';
import { followerOf, type Row } from './follower-rows.ts';
import { createScenes } from './follower-scenes.ts';
import { createSearch } from './follower-search.ts';
import { timeOf } from './follower-syncs.ts';

/** `directory` is the account's row of `directories`, absent before the first sync. @throws BadCursor */
export type ReadFollowerPage = (query: FollowerQuery, directory: Row | undefined) => FollowerPage;

const NOBODY: Hits = { places: [], floor: null, total: 0, isExact: true, isWhole: true };

/** Totals that a complete reading left behind. */
const KEPT = { present: 'present', new: 'arrived', left: 'departed', returned: 'returned' } as const;

export function createReadFollowerPage(database: DatabaseSync): ReadFollowerPage {
  const scenes = createScenes(database);
  const search = createSearch(database);
  function rowsOf(table: string, condition: string) {
    return database.prepare(
      `SELECT people.*, name AS scene_name
       FROM json_each(:places) AS asked CROSS JOIN ${table} AS people ON people.place = asked.value ${condition}
       LEFT JOIN follower_scenes ON number = people.scene ORDER BY people.place DESC`,
    );
  }
  const present = rowsOf('followers', '');
  const departed = rowsOf(
    'departed_followers',
    'AND people.account = :account AND people.departed_generation = :shown',
  );

  /** Null when nobody can be meant. */
  function filterOf({ tag, scene, change }: FollowerQuery, directory: Row): Filter | null {
    const shown = Number(directory.complete_generation);
    const number = scene === undefined ? null : scenes.find(scene);
    const isImpossible = (scene !== undefined && number === null) || (tag !== undefined && tag < 0);
    if (isImpossible || shown === 0) return null;
    const filter = { tag: tag ?? null, scene: number, change: change ?? null };
    return { account: Number(directory.number), shown, ...filter };
  }

  function hitsOf(filter: Filter, query: FollowerQuery, directory: Row): Hits {
    const { q = '', tag, scene, from, to, change, limit, cursor } = query;
    const before = cursor === undefined ? AFTER_LAST_PLACE : decodeCursor(cursor);
    const text = q.trim();
    const hits = search(filter, text, { span: spanOf({ from, to }), before, rows: limit + 1 });
    const isAll = [tag, scene, from, to].every((asked) => asked === undefined) && text === '';
    return isAll ? { ...hits, total: Number(directory[KEPT[change ?? 'present']]), isExact: true } : hits;
  }

  function followersAt({ account, shown, change }: Filter, places: readonly number[]): Follower[] {
    const asked = JSON.stringify(places);
    const rows =
      change === 'left' ? departed.all({ places: asked, account, shown }) : present.all({ places: asked });
    return rows.map(followerOf);
  }

  return function readFollowerPage(query, directory) {
    const filter = directory ? filterOf(query, directory) : null;
    const hits = filter && directory ? hitsOf(filter, query, directory) : NOBODY;
    const page = hits.places.slice(0, query.limit);
    const next = hits.places.length > query.limit ? page.at(-1) : hits.floor;
    return {
      items: filter ? followersAt(filter, page) : [],
      total: hits.total,
      totalIsExact: hits.isExact,
      nextCursor: typeof next === 'number' ? encodeCursor(next) : null,
      asOf: timeOf(directory?.completed_at),
    };
  };
}
