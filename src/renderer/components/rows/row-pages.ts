/**
 * Rows by number over a list that only gives a page and where the next one begins. The rule: the pages around
 * what is seen are kept, the rest is forgotten and asked for again, so that a million rows cost no more than a few
 * thousand. A page may be shorter than the others, even empty, and still name a next one.
 */

export interface RowPage<Row> {
  items: Row[];
  nextCursor: string | null;
}

interface RowPagesDependencies<Row> {
  /** How many pages stay in memory. */
  kept: number;
  /** `undefined` asks for the list's own beginning. */
  fetchPage: (cursor: string | undefined) => Promise<RowPage<Row>>;
  /** Something to show has changed: rows came, or an error did. */
  onChange: () => void;
}

/** Where a page begins: what to ask for, and the number of its first row. */
interface Beginning {
  cursor: string | undefined;
  row: number;
}

export type RowPages<Row> = ReturnType<typeof createRowPages<Row>>;

export function createRowPages<Row>({ kept, fetchPage, onChange }: RowPagesDependencies<Row>) {
  let beginnings: Beginning[] = [{ cursor: undefined, row: 0 }];
  /** How many rows there are, once the last page was read. */
  let count: number | null = null;
  let pages = new Map<number, Row[]>();
  let stale = new Set<number>();
  let wanted: readonly [from: number, to: number] = [0, 0];
  let error: unknown = null;
  let running = false;
  let generation = 0;
  let place: { pageSize: number; cursorOf: (page: number) => string } | null = null;

  function beginningOf(page: number): Beginning {
    if (place) return { cursor: place.cursorOf(page), row: page * place.pageSize };
    return beginnings[page] ?? { cursor: undefined, row: 0 };
  }

  /** The page a row is on, or the last one known. */
  function pageAt(row: number): number {
    if (place) return Math.floor(row / place.pageSize);
    let low = 0;
    let high = beginnings.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (beginningOf(middle).row <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The next page to ask for: a wanted one, or one on the way to it. */
  function next(): number | null {
    const last = pageAt(wanted[1]);
    for (let page = pageAt(wanted[0]); page <= last; page += 1) {
      if (!pages.has(page) || stale.has(page)) return page;
    }
    return null;
  }

  function keep(page: number, { items, nextCursor }: RowPage<Row>): void {
    pages.delete(page);
    pages.set(page, items);
    stale.delete(page);
    if (place === null) goOnAt(page + 1, nextCursor, beginningOf(page).row + items.length);
    const [first, last] = wanted.map(pageAt);
    for (const old of pages.keys()) {
      if (pages.size <= kept) break;
      if (old < (first ?? 0) || old > (last ?? 0)) pages.delete(old);
    }
  }

  function goOnAt(page: number, cursor: string | null, row: number): void {
    const known = beginnings[page];
    if (cursor !== null && known?.cursor === cursor && known.row === row) return;
    // What follows begins elsewhere than it did: it is numbered anew.
    beginnings.length = page;
    for (const later of pages.keys()) if (later >= page) pages.delete(later);
    if (cursor === null) count = row;
    else {
      count = null;
      beginnings.push({ cursor, row });
    }
  }

  async function run(): Promise<void> {
    if (running || error !== null) return;
    running = true;
    const mine = generation;
    for (let page = next(); page !== null; page = next()) {
      try {
        const answer = await fetchPage(beginningOf(page).cursor);
        if (mine !== generation) return;
        keep(page, answer);
      } catch (cause) {
        if (mine !== generation) return;
        error = cause;
      }
      onChange();
      if (error !== null) break;
    }
    running = false;
  }

  return {
    row(index: number): Row | undefined {
      const page = pageAt(index);
      return pages.get(page)?.[index - beginningOf(page).row];
    },
    /** How many rows are known of so far; nothing is known of them while pages are jumped to. */
    get reached(): number {
      return count ?? beginnings.at(-1)?.row ?? 0;
    },
    /** True once the last page was read. */
    get isWhole(): boolean {
      return count !== null;
    },
    get error(): unknown {
      return error;
    },
    /** Makes rows `from` to `to` be there, sooner or later. */
    show(from: number, to: number): void {
      wanted = [from, Math.max(from, to)];
      void run();
    },
    /** The list has grown or changed: what is seen is asked for again, and stays until the answer is there. */
    refresh(): void {
      stale = new Set(pages.keys());
      error = null;
      void run();
    },
    /** From now on a page need not be walked to: this says where it begins. Until `reset`. */
    jumpBy(pageSize: number, cursorOf: (page: number) => string): void {
      place = { pageSize, cursorOf };
      void run();
    },
    /** Everything is forgotten and read anew. */
    reset(): void {
      generation += 1;
      running = false;
      beginnings = [{ cursor: undefined, row: 0 }];
      count = null;
      place = null;
      pages = new Map();
      stale = new Set();
      error = null;
      onChange();
      void run();
    },
  };
}
