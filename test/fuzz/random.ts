/** Choices that a seed and a number make again exactly, on any machine: what was found once is found again. */

export interface Random {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number;
  /** True for this share of the calls, 0..1. */
  chance(share: number): boolean;
  /** One of them; the list is not empty. */
  pick<Item>(list: readonly Item[]): Item;
  /** From none to `most`. */
  several<Item>(most: number, make: () => Item): Item[];
}

/** Mulberry32: small, quick, and good enough to choose requests by. */
export function createRandom(seed: number, index: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick<Item>(list: readonly Item[]): Item {
      return list[below(list.length)] as Item;
    },
    several: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
