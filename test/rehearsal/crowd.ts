/** Who comes, when, and in which manner: the same crowd again for the same seed. */
import { createDice } from '#simulator/identifiers.ts';
import type { Manner } from './phone.ts';

export interface Arrival {
  /** Counted from 0. */
  person: number;
  atMs: number;
  manner: Manner;
  entry: number;
  /** Of the code on a screen, which many share; else by the entry's own link. */
  fromScreen: boolean;
}

export interface CrowdPlan {
  phones: number;
  seconds: number;
  entries: number;
  seed: string;
}

/** Shares of the crowd; the rest behave. Many more misbehave here than at a door. */
const SHARES: readonly [Manner, number][] = [
  ['double', 0.08],
  ['impatient', 0.06],
  ['back', 0.08],
  ['reload', 0.08],
  ['slow', 0.06],
  ['declines', 0.03],
];
const FROM_SCREEN = 0.3;

export function planCrowd({ phones, seconds, entries, seed }: CrowdPlan): Arrival[] {
  const dice = createDice(seed);

  function mannerOf(throwOf: number): Manner {
    let below = 0;
    for (const [manner, share] of SHARES) {
      below += share;
      if (throwOf < below) return manner;
    }
    return 'plain';
  }

  return Array.from({ length: phones }, (_, person) => ({
    person,
    atMs: dice() * seconds * 1000,
    manner: mannerOf(dice()),
    entry: person % entries,
    fromScreen: dice() < FROM_SCREEN,
  })).toSorted((one, other) => one.atMs - other.atMs);
}
