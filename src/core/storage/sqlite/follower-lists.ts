/**
 * Lists of places in the directory's order, newest first, each the walk of one index. What no index can tell is
 * sifted: a short list whole, a long one a stretch at a time, so that no question costs more than a stretch.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { EVERYWHERE, type Span } from './follower-places.ts';

/** Holds for all there is, when `sql` is empty. Names columns of `list`. */
export interface Condition {
  sql: string;
  values: Record<string, SQLInputValue>;
}

/** What a list does not see to itself. */
export interface Sieve extends Condition {
  /** True when it names columns of `person`, the people's own: each of them is then fetched. */
  needsPeople: boolean;
}

export interface List extends Condition {
  /** The table, as `list`, with the index that is walked. */
  from: string;
  /** Its column that is the place. */
  place: 'place' | 'rowid';
  /** Where a sieve finds `person`. */
  people: string;
  /** True when people beside each other on the list are so on the disk. */
  isDense: boolean;
  /** False when the index is in another order than that of places, so that a span makes it no shorter. */
  isInOrder: boolean;
}

/** Places of a list. */
export interface Hits {
  /** The highest first, below the place asked for; when `isWhole`, all there are in the span, in any order. */
  places: number[];
  isWhole: boolean;
  /** No hit below this place is known; null when all are, or as many as were asked for. */
  floor: number | null;
  /** How many there are in the whole span. */
  total: number;
  /** False when there may be more. */
  isExact: boolean;
}

export interface Asked {
  span: Span;
  /** Only below this place; the total knows no such limit. */
  before: number;
  rows: number;
}

/** Counted one by one up to here; beyond it a total says "at least". */
const MOST_COUNTED = 10_000;

/** How much of a list is gone through for one question, by what a step costs: each takes some ten milliseconds. */
const STRETCHES = { names: 20_000, indexOnly: 10_000, dense: 6_000, sparse: 2_000 };

export const EVERYBODY: Sieve = { sql: '', values: {}, needsPeople: false };

export function and(...conditions: Condition[]): Condition {
  const given = conditions.map(({ sql }) => sql).filter((sql) => sql !== '');
  return {
    sql: given.map((sql) => `(${sql})`).join(' AND '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
  };
}

function stretchOf({ isDense, isInOrder }: List, { sql, needsPeople }: Sieve): number {
  if (!needsPeople) return isInOrder || sql !== '' ? STRETCHES.indexOnly : STRETCHES.names;
  return isDense ? STRETCHES.dense : STRETCHES.sparse;
}

function below(span: Span, before: number): Span {
  return { ...span, before: Math.min(span.before, before) };
}

export function createListReader(database: DatabaseSync) {
  function select(what: string, list: List, { from, before }: Span, sieve: Sieve): Condition {
    const span: Condition = {
      // A double would keep the full-text index from seeing where to begin.
      sql: `list.${list.place} >= CAST(:from AS INTEGER) AND list.${list.place} < CAST(:before AS INTEGER)`,
      values: { from, before },
    };
    const { sql, values } = and(list, span, sieve);
    const people = sieve.needsPeople ? `CROSS JOIN ${list.people}` : '';
    return { sql: `SELECT ${what} FROM ${list.from} ${people} WHERE ${sql}`, values };
  }

  function places(list: List, span: Span, rows: number, sieve = EVERYBODY, isOrdered = true): number[] {
    const { sql, values } = select(`list.${list.place} AS place`, list, span, sieve);
    const order = isOrdered ? `ORDER BY list.${list.place} DESC` : '';
    // As one text: a row for each would cost three times as much.
    const row = database.prepare(
      `SELECT json_group_array(place) AS places FROM (${sql} ${order} LIMIT :rows)`,
    );
    return JSON.parse(String(row.get({ ...values, rows })?.places));
  }

  function count(list: List, span: Span, most: number, sieve = EVERYBODY): number {
    const { sql, values } = select('1', list, span, sieve);
    const row = database.prepare(`SELECT count(*) AS people FROM (${sql} LIMIT :most)`);
    return Number(row.get({ ...values, most })?.people);
  }

  /** Where a stretch from the top of the span ends; null when the list ends first. */
  function endOfStretch(list: List, span: Span, length: number): number | null {
    const { sql, values } = select(`list.${list.place} AS place`, list, span, EVERYBODY);
    const row = database
      .prepare(`${sql} ORDER BY list.${list.place} DESC LIMIT 1 OFFSET :steps`)
      .get({ ...values, steps: length - 1 });
    return row === undefined ? null : Number(row.place);
  }

  /** Everybody on the list. */
  function walk(list: List, { span, before, rows }: Asked): Hits {
    const total = count(list, span, MOST_COUNTED + 1);
    return {
      places: places(list, below(span, before), rows),
      isWhole: false,
      floor: null,
      total: Math.min(total, MOST_COUNTED),
      isExact: total <= MOST_COUNTED,
    };
  }

  function siftStretch(list: List, sieve: Sieve, { span, before, rows }: Asked): Hits {
    const length = stretchOf(list, sieve);
    const rest = below(span, before);
    const floor = endOfStretch(list, rest, length);
    const top = rest.before === span.before ? floor : endOfStretch(list, span, length);
    return {
      places: places(list, { ...rest, from: floor ?? span.from }, rows, sieve),
      isWhole: false,
      floor,
      total: count(list, { ...span, from: top ?? span.from }, MOST_COUNTED, sieve),
      isExact: top === null,
    };
  }

  return {
    walk,
    /** Those who pass the sieve, when the list is short enough to look at everybody; else null. */
    siftWhole(list: List, sieve: Sieve, span: Span): Hits | null {
      const most = stretchOf(list, sieve);
      const isSifted = sieve.sql !== '' || !list.isInOrder;
      // Otherwise reading it is the way to see that it is short.
      if (isSifted && count(list, list.isInOrder ? span : EVERYWHERE, most + 1) > most) return null;
      const found = places(list, span, most + 1, sieve, false);
      if (found.length > most) return null;
      return { places: found, isWhole: true, floor: null, total: found.length, isExact: true };
    },
    /** Those of a long list who pass the sieve. */
    sift: (list: List, sieve: Sieve, asked: Asked): Hits =>
      sieve.sql === '' ? walk(list, asked) : siftStretch(list, sieve, asked),
  };
}
