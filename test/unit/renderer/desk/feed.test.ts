import { describe, expect, it } from 'vitest';
import {
  applyAnswer,
  applyChanges,
  applyPage,
  FEED_LIMIT,
  type FeedRow,
  newsIn,
} from '#renderer/desk/feed.ts';
import { changeOf, scanOf } from './scans.ts';

const ids = (rows: FeedRow[]) => rows.map(({ scan }) => scan.id);

describe('the feed', () => {
  it('puts the newest scan first, whatever order changes arrive in', () => {
    const rows = applyChanges([], [changeOf('b', 2, 2), changeOf('c', 3, 3), changeOf('a', 1, 1)], true);
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
    expect(rows.every(({ live }) => live)).toBe(true);
  });

  it('puts the later of two scans of one millisecond first', () => {
    const rows = applyChanges([], [changeOf('a', 1, 1), changeOf('b', 1, 2)], true);
    expect(ids(rows)).toEqual(['b', 'a']);
  });

  it('updates a row in place', () => {
    const before = applyChanges([], [changeOf('a', 1, 1, { verdict: 'unknown', reason: 'network' })], true);
    const rows = applyChanges([...before], [changeOf('a', 1, 2)], true);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.scan).toMatchObject({ verdict: 'followed', reason: null });
  });

  it('ignores a change that is not newer than what it shows', () => {
    const rows = applyChanges([], [changeOf('a', 1, 5)], true);
    const late = [changeOf('a', 1, 4, { verdict: 'unknown' }), changeOf('a', 1, 5, { verdict: 'unknown' })];
    expect(applyChanges(rows, late, true)[0]).toMatchObject({ revision: 5, scan: { verdict: 'followed' } });
  });

  it('takes only the newest of several changes of one new scan', () => {
    const changes = [changeOf('a', 1, 1, { verdict: 'not_followed' }), changeOf('a', 1, 2)];
    const rows = applyChanges([], changes, true);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ revision: 2, scan: { verdict: 'followed' } });
  });

  it('does not let a page of the record overrule a live change', () => {
    const live = applyChanges([], [changeOf('a', 1, 7)], true);
    const rows = applyPage(live, [scanOf('a', 1, { verdict: 'unknown' }), scanOf('z', 0)]);
    expect(ids(rows)).toEqual(['a', 'z']);
    expect(rows[0]).toMatchObject({ live: true, revision: 7, scan: { verdict: 'followed' } });
    expect(rows[1]).toMatchObject({ live: false, revision: 0 });
  });

  it('lets a live change overrule the record', () => {
    const rows = applyChanges(
      applyPage([], [scanOf('a', 1, { verdict: 'unknown' })]),
      [changeOf('a', 1, 1)],
      true,
    );
    expect(rows[0]).toMatchObject({ live: false, revision: 1, scan: { verdict: 'followed' } });
  });

  it('leaves a scan older than its last row to the page that will bring it', () => {
    const rows = applyPage([], [scanOf('b', 20)]);
    expect(ids(applyChanges(rows, [changeOf('a', 10, 1)], false))).toEqual(['b']);
    expect(ids(applyChanges(rows, [changeOf('a', 10, 1)], true))).toEqual(['b', 'a']);
  });

  it('keeps the newest rows when it is full', () => {
    const many = Array.from({ length: FEED_LIMIT + 20 }, (_, index) =>
      changeOf(`s${index}`, index, index + 1),
    );
    const rows = applyChanges([], many, true);
    expect(rows).toHaveLength(FEED_LIMIT);
    expect(rows[0]?.scan.id).toBe(`s${FEED_LIMIT + 19}`);
  });

  it('takes the answer of a recheck unless something later is known', () => {
    const rows = applyChanges([], [changeOf('a', 10, 3, { verdict: 'not_followed' })], true);
    const later = { ...scanOf('a', 10), decidedAt: scanOf('x', 30).decidedAt };
    const earlier = { ...scanOf('a', 10), decidedAt: scanOf('x', 5).decidedAt };
    expect(applyAnswer(rows, later)[0]).toMatchObject({ revision: 3, scan: { verdict: 'followed' } });
    expect(applyAnswer(rows, earlier)[0]?.scan.verdict).toBe('not_followed');
  });

  it('tells as news only what nobody was told yet', () => {
    const rows = applyChanges([], [changeOf('a', 1, 1, { verdict: 'not_followed' })], true);
    const annulled = { at: '2026-05-01T10:00:05.000Z', reason: 'a test' };
    const news = [changeOf('a', 1, 5), changeOf('b', 2, 6)];
    const none = [
      changeOf('a', 1, 2, { verdict: 'not_followed', decidedAt: '2026-05-01T10:00:04.000Z' }),
      changeOf('a', 1, 3, { verdict: 'not_followed', visits: 2 }),
      changeOf('c', 3, 4, { annulled }),
    ];
    expect(
      newsIn(
        rows.map(({ scan }) => scan),
        [...none, ...news],
      ),
    ).toEqual(news);
  });
});
