/** Who is found: by one list when an index has it, by several when text may stand in three places. */
import type { DatabaseSync } from 'node:sqlite';
import {
  changedList,
  type Filter,
  type Name,
  namedList,
  namedSieve,
  presentList,
  presentSieve,
  remarkList,
} from './follower-filter.ts';
import { type Asked, createListReader, type Hits, type List, type Sieve } from './follower-lists.ts';

/** At most as many places as asked for, below the place asked for. */
export type Search = (filter: Filter, text: string, asked: Asked) => Hits;

export function createSearch(database: DatabaseSync): Search {
  const { walk, siftWhole, sift } = createListReader(database);
  const ends = database.prepare(
    `SELECT (SELECT min(openid) FROM followers WHERE account = :account) AS first,
       (SELECT max(openid) FROM followers WHERE account = :account) AS last`,
  );

  function sifted(list: List, sieve: Sieve, asked: Asked): Hits {
    return siftWhole(list, sieve, asked.span) ?? sift(list, sieve, asked);
  }

  /** All openids of an account begin alike, so a short text may mean everybody. */
  function isEverybody({ account }: Filter, text: string): boolean {
    const { first, last } = ends.get({ account }) ?? {};
    return String(first ?? '').startsWith(text) && String(last ?? '').startsWith(text);
  }

  /** A few are gone through in the order of names; a beginning that many share is looked for in the directory's. */
  function named(filter: Filter, name: Name, text: string, asked: Asked): Hits {
    const few = siftWhole(namedList(filter, name, text), presentSieve(filter), asked.span);
    return few ?? sifted(presentList(filter), namedSieve(name, text), asked);
  }

  return function search(filter, text, asked) {
    if (filter.change !== null) {
      const { list, sieve } = changedList(filter, text);
      return united([sieve.sql === '' ? walk(list, asked) : sifted(list, sieve, asked)], asked);
    }
    if (text === '' || isEverybody(filter, text)) return walk(presentList(filter), asked);
    const { list, sieve } = remarkList(filter, text);
    const held = sifted(list, sieve, asked);
    return united([named(filter, 'openid', text, asked), named(filter, 'unionid', text, asked), held], asked);
  };
}

/** Several hits on one person are one. Below the highest floor not all is known, so nothing is told. */
function united(hits: readonly Hits[], { before, rows }: Asked): Hits {
  const floors = hits.map(({ floor }) => floor).filter((floor) => floor !== null);
  const floor = floors.length === 0 ? null : Math.max(...floors);
  const people = new Set(hits.flatMap(({ places }) => places));
  const within = [...people].filter((place) => place < before && place >= (floor ?? place));
  const isWhole = hits.every((hit) => hit.isWhole);
  return {
    // Numbers of one kind sort many times faster than an array that might hold anything.
    places: [...Float64Array.from(within).sort().reverse().subarray(0, rows)],
    isWhole: false,
    floor,
    total: isWhole ? people.size : Math.max(...hits.map(({ total }) => total)),
    isExact:
      isWhole || (hits.filter(({ total }) => total > 0).length === 1 && hits.every((hit) => hit.isExact)),
  };
}
