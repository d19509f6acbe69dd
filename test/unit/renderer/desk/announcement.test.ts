import { describe, expect, it } from 'vitest';
import { announcementOf } from '#renderer/desk/announcement.ts';
import { scanOf } from './scans.ts';

describe('announcementOf', () => {
  it('has nothing to say about nothing', () => {
    expect(announcementOf([])).toBeNull();
  });

  it('tells one scan in full, as it was decided last', () => {
    const first = scanOf('a', 1, { verdict: 'unknown', reason: 'network' });
    const { scannedAt } = first;
    expect(announcementOf([first, scanOf('a', 1)])).toEqual({
      ...{ kind: 'one', verdict: 'followed', scannedAt, firstScannedAt: null },
    });
  });

  it('tells a crowd as counts', () => {
    const crowd = [
      scanOf('a', 1),
      scanOf('b', 2),
      scanOf('c', 3, { verdict: 'not_followed' }),
      scanOf('d', 4, { verdict: 'unknown', reason: 'denied' }),
    ];
    expect(announcementOf(crowd)).toEqual({
      kind: 'many',
      total: 4,
      counts: { followed: 2, not_followed: 1, unknown: 1 },
    });
  });
});
