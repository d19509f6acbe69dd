/**
 * Where a follower stands in the directory, newest first: one number that orders by time of following and is
 * unique among all accounts. Everything about a follower is keyed by it, so every index is in the directory's order.
 */
import type { DatabaseSync } from 'node:sqlite';
import { BadCursor } from '../../errors.ts';

/** 2011-03-13, before there were Official Accounts: what is earlier is filed here. */
export const FIRST_SECOND = 1_300_000_000;

/** How many may follow in one second: 2²¹, which leaves 2³² seconds within a number that JavaScript holds exactly. */
export const PLACES_A_SECOND = 2_097_152;

const LAST_SECOND = FIRST_SECOND + 2 ** 32 - 1;

/** Below every place. */
export const FIRST_PLACE = Number.MIN_SAFE_INTEGER;

/** Above every place. */
export const AFTER_LAST_PLACE = Number.MAX_SAFE_INTEGER;

/** Places from `from` on, up to but without `before`. */
export interface Span {
  from: number;
  before: number;
}

export const EVERYWHERE: Span = { from: FIRST_PLACE, before: AFTER_LAST_PLACE };

/** The first place of a second. */
function firstPlaceOf(seconds: number): number {
  return (Math.min(Math.max(seconds, FIRST_SECOND), LAST_SECOND) - FIRST_SECOND) * PLACES_A_SECOND;
}

/** Where those stand who followed at `from` or later, and before `to`. ISO 8601; those of no known time never do. */
export function spanOf({ from, to }: { from?: string; to?: string }): Span {
  if (from === undefined && to === undefined) return EVERYWHERE;
  return {
    from: from === undefined ? 0 : firstPlaceOf(Math.ceil(Date.parse(from) / 1000)),
    before: to === undefined ? AFTER_LAST_PLACE : firstPlaceOf(Math.ceil(Date.parse(to) / 1000)),
  };
}

/** Finds a free place for somebody who followed at this Unix second; 0 = not told, below all the others. */
export type FreePlace = (seconds: number) => number;

export function createFreePlace(database: DatabaseSync): FreePlace {
  const highest = database.prepare(
    'SELECT place FROM followers WHERE place >= ? AND place < ? ORDER BY place DESC LIMIT 1',
  );
  const lowest = database.prepare('SELECT place FROM followers WHERE place < 0 ORDER BY place LIMIT 1');
  return function freePlace(seconds) {
    if (seconds === 0) return Number(lowest.get()?.place ?? 0) - 1;
    const first = firstPlaceOf(seconds);
    const taken = highest.get(first, first + PLACES_A_SECOND)?.place;
    return taken === undefined ? first : Number(taken) + 1;
  };
}

const CURSOR = /^p(-?\d{1,16})$/;

export function encodeCursor(place: number): string {
  return `p${place}`;
}

/** @throws BadCursor */
export function decodeCursor(cursor: string): number {
  const digits = CURSOR.exec(cursor)?.[1];
  if (digits === undefined) throw new BadCursor();
  return Number(digits);
}
