import { expect, test } from 'vitest';
import { arranged, gatesOf, rateOf, scansOfRemoved, totalOf } from '#renderer/desk/gates/gate-list.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { ScanCount } from '#shared/model/scan.ts';

const entry = (id: string, name: string, param = ''): Entry => ({
  id,
  accountId: 'a',
  name,
  scope: 'snsapi_base',
  param,
});
const count = (entryId: string, followed: number, notFollowed: number, unknown = 0): ScanCount => ({
  at: null,
  entryId,
  scanned: followed + notFollowed + unknown,
  followed,
  notFollowed,
  unknown,
});

const entries = [entry('x', '入口 10'), entry('y', '入口 2', 'VIP'), entry('z', '入口 1')];
const counts = [count('x', 1, 3), count('y', 4, 1, 1), count('gone', 2, 0)];

test('every entry is a gate, also one that nobody scanned', () => {
  expect(gatesOf(entries, counts).map(({ numbers }) => numbers.scanned)).toEqual([4, 6, 0]);
});

test('the grand total is the account’s: what deleted entries counted stays in it, and is told apart', () => {
  expect(totalOf(counts)).toEqual({
    scanned: 12,
    followed: 7,
    notFollowed: 4,
    unknown: 1,
    annulled: 0,
    followRate: 7 / 11,
  });
  expect(scansOfRemoved(entries, counts)).toBe(2);
  expect(totalOf([]).followRate).toBeNull();
});

test('gates are sorted as people count and found by name or parameter', () => {
  const gates = gatesOf(entries, counts);
  const ids = (...how: [string, 'made' | 'name' | 'scanned' | 'rate']) =>
    arranged(gates, ...how).map((gate) => gate.entry.id);
  expect(ids('', 'made')).toEqual(['x', 'y', 'z']);
  expect(ids('', 'name')).toEqual(['z', 'y', 'x']);
  expect(ids('', 'scanned')).toEqual(['y', 'x', 'z']);
  // Who has no rate yet is not the worst.
  expect(ids('', 'rate')).toEqual(['x', 'y', 'z']);
  expect(ids(' ｖip', 'made')).toEqual(['y']);
  expect(ids('出口', 'made')).toEqual([]);
});

test('a rate needs a verdict', () => {
  expect(rateOf({ followed: 0, notFollowed: 0 })).toBeNull();
  expect(rateOf({ followed: 0, notFollowed: 2 })).toBe(0);
});
