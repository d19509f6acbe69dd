/** Days are the operator's own; what a field says is taken only when it is a moment. */
import { expect, it } from 'vitest';
import { boundsOf, fieldOf, momentOf } from '#renderer/records/period.ts';

it('begins a month or a year before where the calendar says so', () => {
  const { from, to } = boundsOf({ kind: 'yesterday' }, new Date(2026, 0, 1, 0, 5));
  expect(from).toEqual(new Date(2025, 11, 31));
  expect(to).toEqual(new Date(2026, 0, 1));
});

it('counts seven days with today', () => {
  const { from, to } = boundsOf({ kind: 'week' }, new Date(2026, 2, 3, 23, 59));
  expect(from).toEqual(new Date(2026, 1, 25));
  expect(to).toEqual(new Date(2026, 2, 4));
});

it('writes and reads a field alike', () => {
  const at = new Date(2026, 8, 7, 6, 5);
  expect(fieldOf(at)).toBe('2026-09-07T06:05');
  expect(momentOf(fieldOf(at))).toEqual(at);
});

it.each(['', '2026-09-07', '2026-09-07 06:05', 'soon', '2026-02-31T99:00'])(
  'takes no moment from "%s"',
  (field) => {
    expect(momentOf(field)).toBeUndefined();
  },
);
