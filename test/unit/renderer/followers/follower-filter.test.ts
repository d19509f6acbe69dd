/** The filter in an address: what is asked comes back, what makes no sense is left out, days are whole days. */
import { describe, expect, it } from 'vitest';
import {
  type FollowerFilter,
  filterOf,
  followerQueryOf,
  hashOfFilter,
  isBackwards,
  isNarrowed,
  localDay,
  NO_FILTER,
} from '#renderer/followers/follower-filter.ts';

const EVERYTHING: FollowerFilter = {
  text: '王 50%&',
  tag: 100,
  scene: 'ADD_SCENE_QR_CODE',
  from: '2026-03-01',
  to: '2026-03-31',
  change: 'left',
};

describe('the address of a filter', () => {
  it('brings everything back', () => {
    expect(filterOf(hashOfFilter(EVERYTHING))).toEqual(EVERYTHING);
  });

  it('is bare when nothing is asked', () => {
    expect(hashOfFilter(NO_FILTER)).toBe('#/followers');
    expect(filterOf('#/followers')).toEqual(NO_FILTER);
  });

  it.each([
    '#/followers?tag=abc',
    '#/followers?tag=-1',
    '#/followers?from=2026-02-30',
    '#/followers?to=yesterday',
    '#/followers?change=gone',
    '#/followers?scene=',
    '#/followers?q=%20%20',
  ])('asks nothing by %s', (hash) => {
    expect(filterOf(hash)).toEqual(NO_FILTER);
  });
});

describe('what the host is asked', () => {
  it('takes both days whole, by the clock on this machine', () => {
    const { from, to } = followerQueryOf({ ...NO_FILTER, from: '2026-03-31', to: '2026-03-31' }, 'a');
    expect(from).toBe(new Date(2026, 2, 31).toISOString());
    expect(to).toBe(new Date(2026, 3, 1).toISOString());
  });

  it('leaves out what is not asked', () => {
    const query = followerQueryOf(NO_FILTER, 'a');
    expect(Object.entries(query).filter(([, value]) => value !== undefined)).toEqual([['accountId', 'a']]);
  });
});

it('a change alone narrows nothing, anything else does', () => {
  expect(isNarrowed({ ...NO_FILTER, change: 'new' })).toBe(false);
  expect(isNarrowed({ ...NO_FILTER, tag: 0 })).toBe(true);
  expect(isNarrowed({ ...NO_FILTER, to: '2026-03-01' })).toBe(true);
});

it('a last day before the first is told', () => {
  expect(isBackwards({ ...NO_FILTER, from: '2026-03-02', to: '2026-03-01' })).toBe(true);
  expect(isBackwards({ ...NO_FILTER, from: '2026-03-01', to: '2026-03-01' })).toBe(false);
  expect(isBackwards({ ...NO_FILTER, from: '2026-03-02' })).toBe(false);
});

it('the day of a moment is that of this machine', () => {
  expect(localDay(new Date(2026, 0, 2, 0, 5).toISOString())).toBe('2026-01-02');
});
