/** Selecting one, a range, or all: never more than one tagging takes, and never fewer without a word. */
import { describe, expect, it } from 'vitest';
import {
  MOST_SELECTED,
  NOBODY_SELECTED,
  selectionOf,
  withRange,
  withToggled,
} from '#renderer/followers/selection.ts';
import { Tagging } from '#shared/model/tag.ts';

const at = (index: number) => `o${index}`;

it('takes as many as the contract lets be tagged at once', () => {
  const tagging = { accountId: 'a', tagId: 100, add: true };
  const openids = Array.from({ length: MOST_SELECTED }, (_, index) => at(index));
  expect(Tagging.safeParse({ ...tagging, openids }).success).toBe(true);
  expect(Tagging.safeParse({ ...tagging, openids: [...openids, 'one more'] }).success).toBe(false);
});

it('selects and lets go again', () => {
  const one = withToggled(NOBODY_SELECTED, 'o3', 3);
  expect([...one.openids]).toEqual(['o3']);
  expect(withToggled(one, 'o3', 3).openids.size).toBe(0);
});

describe('a range', () => {
  const begun = withToggled(NOBODY_SELECTED, 'o3', 3);

  it('goes both ways from where it began', () => {
    expect([...withRange(begun, 5, at).openids]).toEqual(['o3', 'o4', 'o5']);
    expect([...withRange(begun, 1, at).openids].sort()).toEqual(['o1', 'o2', 'o3']);
  });

  it('goes on from the same row', () => {
    const further = withRange(withRange(begun, 5, at), 1, at);
    expect([...further.openids].sort()).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
  });

  it('selects nobody and says so when it is too long, or rows in it are no longer known', () => {
    const tooLong = withRange(begun, 3 + MOST_SELECTED, at);
    expect([tooLong.openids.size, tooLong.refused]).toEqual([1, 'range']);
    const gap = withRange(begun, 9, (index) => (index === 6 ? undefined : at(index)));
    expect([gap.openids.size, gap.refused]).toEqual([1, 'range']);
  });
});

it('adds nobody to the most there can be, and says so', () => {
  const full = selectionOf(
    Array.from({ length: MOST_SELECTED }, (_, index) => at(index)),
    true,
  );
  expect([full.openids.size, full.refused]).toEqual([MOST_SELECTED, null]);
  const one = withToggled(full, 'another', 20_000);
  expect([one.openids.size, one.refused]).toEqual([MOST_SELECTED, 'range']);
});

it('says when all that were asked for are more', () => {
  expect(selectionOf(['o1'], false).refused).toBe('most');
});
