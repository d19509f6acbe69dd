/**
 * Rows by number over a list that only gives a page and where the next one begins. The rule: the pages around
 * what is seen are kept, the rest is forgotten and asked for again, so that 100,000 rows cost no more than a few
 * thousand.
 */

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

interface RowPagesDependencies<Row> {
  pageSize: number;
  /** How many pages stay in memory. */
  kept: number;
  fetchPage: (cursor: string | undefined) => Promise<Page<Row>>;
  /** Something to show has changed: rows came, or an error did. */
  onChange: () => void;
}

export function createRowPages<Row>({ pageSize, kept, fetchPage, onChange }: RowPagesDependencies<Row>) {
  /** Where page n begins; undefined is the list's own beginning. */
  let cursors: (string | undefined)[] = [undefined];
  let pages = new Map<number, Row[]>();
  let stale = new Set<number>();
  let wanted: readonly [from: number, to: number] = [0, 0];
  let error: unknown = null;
  let running = false;
  let generation = 0;
  let place: ((page: number) => string) | null = null;

  /** The next page to ask for: a wanted one, or one on the way to it. */
  function next(): number | null {
    const first = Math.floor(wanted[0] / pageSize);
    const last = Math.floor(wanted[1] / pageSize);
    for (let page = first; page <= last; page += 1) {
      if (pages.has(page) && !stale.has(page)) continue;
      if (page < cursors.length || place !== null) return page;
      // The list ended before: asking again is only worth it when it has grown.
      return stale.has(cursors.length - 1) || !pages.has(cursors.length - 1) ? cursors.length - 1 : null;
    }
    return null;
  }

  function keep(page: number, { items, nextCursor }: Page<Row>): void {
    pages.delete(page);
    pages.set(page, items);
    stale.delete(page);
    if (place === null) {
      if (nextCursor === null) cursors.length = page + 1;
      else cursors[page + 1] = nextCursor;
    }
    const first = Math.floor(wanted[0] / pageSize);
    const last = Math.floor(wanted[1] / pageSize);
    for (const old of pages.keys()) {
      if (pages.size <= kept) break;
      if (old < first || old > last) pages.delete(old);
    }
  }

  async function run(): Promise<void> {
    if (running || error !== null) return;
    running = true;
    const mine = generation;
    for (let page = next(); page !== null; page = next()) {
      try {
        const answer = await fetchPage(place === null ? cursors[page] : place(page));
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
    row: (index: number): Row | undefined => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
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
    jumpBy(placeOf: (page: number) => string): void {
      place = placeOf;
      void run();
    },
    /** Everything is forgotten and read anew. */
    reset(): void {
      generation += 1;
      running = false;
      cursors = [undefined];
      place = null;
      pages = new Map();
      stale = new Set();
      error = null;
      onChange();
      void run();
    },
  };
}
