/** What a sync's state means to who looks: still to come, stopped short, or complete with a count that differs. */
import { describe, expect, it } from 'vitest';
import { troubleWithName } from '#renderer/followers/account-tags.ts';
import { differingCounts, hearOfCompletion, isUnderWay, isUnfinished } from '#renderer/followers/use-sync.ts';
import type { SyncProgress } from '#shared/model/user.ts';

const progress = (change: Partial<SyncProgress>): SyncProgress => ({
  ...{ accountId: 'a', state: 'idle', fetched: 0, total: null, pages: 0 },
  ...{ rate: null, secondsLeft: null, resumesAt: null, reason: null, errcode: null },
  ...change,
});

describe('a sync', () => {
  it('is unfinished where it was paused, failed, or cut off by an earlier session’s end', () => {
    const stopped = { fetched: 300, total: 500 };
    expect(isUnfinished(progress({ state: 'paused', ...stopped }))).toBe(true);
    expect(isUnfinished(progress({ state: 'failed' }))).toBe(true);
    expect(isUnfinished(progress({ state: 'idle', ...stopped }))).toBe(true);
  });

  it('is not before the first, while it goes on, or once it is complete', () => {
    expect(isUnfinished(progress({}))).toBe(false);
    expect(isUnfinished(progress({ state: 'waiting', fetched: 300, total: 500 }))).toBe(false);
    expect(isUnfinished(progress({ state: 'done', fetched: 500, total: 500 }))).toBe(false);
    expect(isUnderWay(progress({ state: 'waiting' }))).toBe(true);
    expect(isUnderWay(progress({ state: 'done' }))).toBe(false);
  });

  it('tells two counts only when it is complete and they differ', () => {
    const differing = { fetched: 450, total: 460 };
    expect(differingCounts(progress({ state: 'done', ...differing }))).toEqual(differing);
    expect(differingCounts(progress({ state: 'done', fetched: 450, total: 450 }))).toBeNull();
    expect(differingCounts(progress({ state: 'running', ...differing }))).toBeNull();
  });
});

describe('the end of a sync', () => {
  function toldOf(...states: SyncProgress['state'][]): number {
    let ends = 0;
    const told = hearOfCompletion(() => {
      ends += 1;
    });
    for (const state of states) told({ state });
    return ends;
  }

  it('is heard of once per reading, also when it runs and ends before anything is drawn', () => {
    expect(toldOf('done', 'running', 'done')).toBe(1);
    expect(toldOf('running', 'running', 'waiting', 'running', 'done', 'done', 'running', 'done')).toBe(2);
  });

  it('is not heard of where it ended before anybody looked, or did not end well', () => {
    expect(toldOf('done', 'done')).toBe(0);
    expect(toldOf('running', 'failed', 'paused')).toBe(0);
  });
});

describe('a tag’s name', () => {
  const tags = [{ id: 100, name: '会员', count: 0 }];

  it('has at most ten Chinese characters, or thirty letters', () => {
    expect(troubleWithName('一二三四五六七八九十', tags)).toBeNull();
    expect(troubleWithName('一二三四五六七八九十一', tags)).toBe('tooLong');
    expect(troubleWithName('a'.repeat(31), tags)).toBe('tooLong');
  });

  it('is nobody else’s, and is not empty', () => {
    expect(troubleWithName(' 会员 ', tags)).toBe('taken');
    expect(troubleWithName('会员', tags, 100)).toBeNull();
    expect(troubleWithName('  ', tags)).toBe('empty');
  });
});
