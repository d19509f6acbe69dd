/** Rows by number over pages that only know the next one: what is seen is there, memory stays bounded. */
import { describe, expect, it } from 'vitest';
import { createRowPages } from '#renderer/components/rows/row-pages.ts';

const PAGE = 10;

/** A list of numbers that gives pages as the contract does, and keeps count of them. */
function aList(length: number, kept = 5) {
  const asked: (string | undefined)[] = [];
  const list = { length, fails: false };
  const pages = createRowPages<number>({
    kept,
    onChange: () => undefined,
    async fetchPage(cursor) {
      asked.push(cursor);
      if (list.fails) throw new Error('the host is gone');
      const from = Number(cursor ?? 0);
      const to = Math.min(from + PAGE, list.length);
      return {
        items: Array.from({ length: to - from }, (_, offset) => from + offset),
        nextCursor: to < list.length ? String(to) : null,
      };
    },
  });
  return { pages, asked, list };
}

/** Until everything that was begun has come. */
async function settled(): Promise<void> {
  await new Promise(setImmediate);
}

describe('createRowPages', () => {
  it('fetches what comes into sight, once', async () => {
    const { pages, asked } = aList(100);
    pages.show(0, 14);
    await settled();
    expect([pages.row(0), pages.row(14), pages.row(20)]).toEqual([0, 14, undefined]);
    pages.show(3, 19);
    await settled();
    expect(asked).toEqual([undefined, '10']);
  });

  it('walks to a far row, and forgets what it passed', async () => {
    const { pages, asked } = aList(1_000, 5);
    pages.show(995, 999);
    await settled();
    expect(pages.row(999)).toBe(999);
    expect(pages.row(0)).toBeUndefined();
    expect(asked).toHaveLength(100);
    pages.show(500, 505);
    await settled();
    expect(pages.row(505)).toBe(505);
    expect(asked).toHaveLength(101);
  });

  it('does not walk when it is told where pages begin', async () => {
    const { pages, asked } = aList(1_000);
    pages.jumpBy(PAGE, (page) => String(page * PAGE));
    pages.show(995, 999);
    await settled();
    expect(pages.row(999)).toBe(999);
    expect(asked).not.toContain('500');
    pages.show(0, 3);
    await settled();
    expect(pages.row(3)).toBe(3);
  });

  it('asks no further than the list goes', async () => {
    const { pages, asked } = aList(12);
    pages.show(0, 90);
    await settled();
    expect(pages.row(11)).toBe(11);
    expect(asked).toHaveLength(2);
  });

  it('shows rows that came later, and keeps the old ones until then', async () => {
    const { pages, list } = aList(12);
    pages.show(0, 29);
    await settled();
    list.length = 30;
    pages.refresh();
    expect(pages.row(11)).toBe(11);
    await settled();
    expect(pages.row(29)).toBe(29);
  });

  it('keeps an error until somebody tries again', async () => {
    const { pages, list, asked } = aList(30);
    list.fails = true;
    pages.show(0, 5);
    await settled();
    pages.show(0, 6);
    await settled();
    expect(pages.error).toBeInstanceOf(Error);
    expect(asked).toHaveLength(1);
    list.fails = false;
    pages.refresh();
    await settled();
    expect(pages.error).toBeNull();
    expect(pages.row(5)).toBe(5);
  });

  it('reads everything anew after a reset, whatever was still on its way', async () => {
    const { pages, list } = aList(30);
    pages.show(0, 25);
    list.length = 8;
    pages.reset();
    await settled();
    expect([pages.row(7), pages.row(8)]).toEqual([7, undefined]);
  });
});

describe('createRowPages over pages of any length', () => {
  /** Pages by the cursor that asks for them. */
  function listOf(pages: Record<string, { items: string[]; nextCursor: string | null }>) {
    return createRowPages<string>({
      kept: 5,
      onChange: () => undefined,
      fetchPage: async (cursor = 'start') => pages[cursor] ?? { items: [], nextCursor: null },
    });
  }

  it('numbers rows over short and empty pages, and tells when the last is reached', async () => {
    const pages = listOf({
      start: { items: ['a', 'b', 'c'], nextCursor: 'second' },
      second: { items: [], nextCursor: 'third' },
      third: { items: ['d'], nextCursor: 'fourth' },
      fourth: { items: ['e', 'f'], nextCursor: null },
    });
    pages.show(0, 2);
    await settled();
    expect([pages.reached, pages.isWhole]).toEqual([3, false]);
    pages.show(2, 4);
    await settled();
    expect([0, 1, 2, 3, 4, 5, 6].map(pages.row)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', undefined]);
    expect([pages.reached, pages.isWhole]).toEqual([6, true]);
  });

  it('numbers what follows a page anew when that page has lost a row', async () => {
    const list: Parameters<typeof listOf>[0] = {
      start: { items: ['a', 'b'], nextCursor: 'b' },
      b: { items: ['c'], nextCursor: null },
    };
    const pages = listOf(list);
    pages.show(0, 2);
    await settled();
    list.start = { items: ['b'], nextCursor: 'b' };
    pages.refresh();
    await settled();
    expect([0, 1, 2].map(pages.row)).toEqual(['b', 'c', undefined]);
    expect([pages.reached, pages.isWhole]).toEqual([2, true]);
  });
});
