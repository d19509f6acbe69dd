/** Rows stay where they are; nothing that changes while a page is read is lost. */
import { describe, expect, it } from 'vitest';
import {
  EMPTY_LIST,
  type ScanList,
  withChanges,
  withNewest,
  withOlder,
  withScan,
} from '#renderer/records/scan-list.ts';
import { changeOf, scanOf } from '../desk/scans.ts';

const ids = ({ rows }: ScanList) => rows.map(({ id }) => id);
const filled = withNewest(EMPTY_LIST, { items: [scanOf('c', 30), scanOf('b', 20)], nextCursor: '7' });

describe('the list', () => {
  it('grows downwards, each scan once', () => {
    const grown = withOlder(filled, { items: [scanOf('b', 20), scanOf('a', 10)], nextCursor: null });
    expect(ids(grown)).toEqual(['c', 'b', 'a']);
    expect(grown.cursor).toBeNull();
  });

  it('changes a scan in place, also when it no longer fits the filter', () => {
    const changed = withChanges(filled, [changeOf('b', 20, 9, { verdict: 'followed' })], {
      verdict: 'unknown',
    });
    expect(ids(changed)).toEqual(['c', 'b']);
    expect(changed.rows[1]?.verdict).toBe('followed');
    expect('revision' in (changed.rows[1] ?? {})).toBe(false);
  });

  it('counts newer scans of the filter and moves nothing', () => {
    const changes = [
      changeOf('d', 40, 1),
      changeOf('e', 50, 2, { verdict: 'unknown' }),
      changeOf('d', 40, 3),
    ];
    const heard = withChanges(filled, changes, { verdict: 'followed' });
    expect(ids(heard)).toEqual(['c', 'b']);
    expect([...heard.newer]).toEqual(['d']);
  });

  it('takes back one that no longer fits', () => {
    const heard = withChanges(filled, [changeOf('d', 40, 1)], { annulled: false });
    const annulled = changeOf('d', 40, 2, { annulled: { at: scanOf('x', 0).scannedAt, reason: 'test' } });
    expect(withChanges(heard, [annulled], { annulled: false }).newer.size).toBe(0);
  });

  it('leaves an older scan to the page that will bring it', () => {
    expect(withChanges(filled, [changeOf('a', 10, 1)], {}).newer.size).toBe(0);
  });

  it('does not let a page that was read before a change overrule it', () => {
    const reading: ScanList = { ...filled, more: 'loading' };
    const heard = withChanges(reading, [changeOf('a', 10, 5, { verdict: 'not_followed' })], {});
    const grown = withOlder(heard, { items: [scanOf('a', 10, { verdict: 'unknown' })], nextCursor: null });
    expect(grown.rows[2]?.verdict).toBe('not_followed');
    expect(grown.meanwhile).toEqual([]);
  });

  it('counts nothing as newer once the newest page is read', () => {
    const heard = withChanges(filled, [changeOf('d', 40, 1)], {});
    const read = withNewest(heard, { items: [scanOf('d', 40)], nextCursor: null });
    expect(read.newer.size).toBe(0);
    expect(read.phase).toBe('ready');
  });

  it('takes the host’s answer about one scan', () => {
    const answered = withScan(filled, scanOf('b', 20, { verdict: 'not_followed' }));
    expect(answered.rows.map(({ verdict }) => verdict)).toEqual(['followed', 'not_followed']);
  });
});
