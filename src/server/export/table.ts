/** What every exported file is made of: rows, read a page at a time, and columns that say what each cell holds. */
import { setImmediate } from 'node:timers/promises';

export type Cell = string | number | null;

export interface Column<Row> {
  name: string;
  /** An openid or unionid: never anything but text, however many digits it has. */
  identifier: boolean;
  value(row: Row): Cell;
}

export interface Table<Row> {
  columns: readonly Column<Row>[];
  /** Read once, as far as the file is wanted. */
  rows: Iterable<Row>;
  /** The row as a line of JSON has it. */
  record(row: Row): object;
}

/** A piece of a file, and how many rows have gone into it and those before. */
export interface Chunk {
  bytes: Buffer;
  rows: number;
}

export type Writer = <Row>(table: Table<Row>) => AsyncGenerator<Chunk>;

const PAGE_SIZE = 100;

/** The same rows page by page, with room for phones to be answered in between. */
export async function* pages<Row>(rows: Iterable<Row>): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < PAGE_SIZE) continue;
    yield page;
    page = [];
    await setImmediate();
  }
  if (page.length > 0) yield page;
}

/** The same rows, each made into something else as it is read. */
export function* mapped<From, To>(rows: Iterable<From>, change: (row: From) => To): Generator<To> {
  for (const row of rows) yield change(row);
}

/** Columns named as in the REST API, each holding the field of that name. */
export function fields<Name extends string>(
  names: readonly Name[],
): Column<Readonly<Partial<Record<Name, Cell>>>>[] {
  return names.map((name) => ({
    name,
    identifier: name === 'openid' || name === 'unionid',
    value: (row) => row[name] ?? null,
  }));
}
