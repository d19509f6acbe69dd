/** Many people: gathered over short pages up to a number, tagged some at a time, stopped where somebody says so. */
import { describe, expect, it } from 'vitest';
import { gatherFollowers } from '#renderer/followers/gather-followers.ts';
import { tagMany } from '#renderer/followers/tag-many.ts';
import type { Tagging } from '#shared/model/tag.ts';
import type { FollowerPage } from '#shared/model/user.ts';

const SIGNAL = new AbortController().signal;
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `o${index}`);

describe('gatherFollowers', () => {
  function listOf(pages: string[][]) {
    return async ({ cursor = '0' }: { cursor?: string }): Promise<FollowerPage> => {
      const page = Number(cursor);
      const items = (pages[page] ?? []).map((openid) => ({
        ...{ openid, unionid: null, remark: null, tagIds: [] },
        ...{ subscribeTime: null, subscribeScene: null, language: null },
      }));
      const nextCursor = page + 1 < pages.length ? String(page + 1) : null;
      return { items, nextCursor, total: 0, totalIsExact: true, asOf: null };
    };
  }

  it('goes on over pages that are short or empty', async () => {
    const list = listOf([['a'], [], ['b', 'c']]);
    expect(await gatherFollowers(list, { accountId: 'x' }, 10, SIGNAL)).toEqual({
      openids: ['a', 'b', 'c'],
      isAll: true,
    });
  });

  it('ends at the most, and says whether there are more', async () => {
    const list = listOf([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const three = await gatherFollowers(list, { accountId: 'x' }, 3, SIGNAL);
    expect(three).toEqual({ openids: ['a', 'b', 'c'], isAll: false });
    const four = await gatherFollowers(list, { accountId: 'x' }, 4, SIGNAL);
    expect(four).toEqual({ openids: ['a', 'b', 'c', 'd'], isAll: true });
  });

  it('ends when nobody wants it any more', async () => {
    const list = listOf([['a'], ['b']]);
    await expect(gatherFollowers(list, { accountId: 'x' }, 9, AbortSignal.abort())).rejects.toThrow();
  });
});

describe('tagMany', () => {
  const tagging: Tagging = { accountId: 'x', tagId: 100, openids: crowd(1_200), add: true };

  it('adds up what each part reports', async () => {
    const sizes: number[] = [];
    const progress: number[] = [];
    const report = await tagMany(
      async ({ openids }) => {
        sizes.push(openids.length);
        const [openid = ''] = openids;
        return { changed: openids.length - 1, failures: [{ openid, errcode: 45059 }] };
      },
      tagging,
      (done) => progress.push(done),
      SIGNAL,
    );
    expect(sizes).toEqual([500, 500, 200]);
    expect(progress).toEqual([500, 1_000, 1_200]);
    expect(report).toMatchObject({ done: 1_200, changed: 1_197, error: null });
    expect(report.failures.map(({ openid }) => openid)).toEqual(['o0', 'o500', 'o1000']);
  });

  it('keeps what was done when a part fails, and tells why', async () => {
    const gone = new Error('the host is gone');
    let parts = 0;
    const report = await tagMany(
      async ({ openids }) => {
        parts += 1;
        if (parts === 2) throw gone;
        return { changed: openids.length, failures: [] };
      },
      tagging,
      () => undefined,
      SIGNAL,
    );
    expect(report).toEqual({ done: 500, changed: 500, failures: [], error: gone });
  });

  it('stops between two parts', async () => {
    const stopping = new AbortController();
    const report = await tagMany(
      async ({ openids }) => ({ changed: openids.length, failures: [] }),
      tagging,
      () => stopping.abort(),
      stopping.signal,
    );
    expect(report).toMatchObject({ done: 500, changed: 500, error: null });
  });
});
