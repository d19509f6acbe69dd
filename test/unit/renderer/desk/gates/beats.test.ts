import { expect, test } from 'vitest';
import { type Beats, withChanges } from '#renderer/desk/gates/beats.ts';
import { changeOf } from '../scans.ts';

const none: Beats = new Map();
const since = changeOf('since', 0, 0).scannedAt;

test('each new scan of a gate is a flash of its own', () => {
  const first = withChanges(none, [changeOf('1', 1, 1), changeOf('2', 2, 2, { entryId: 'e2' })], since);
  expect(first.get('e1')).toMatchObject({ verdict: 'followed', seen: 1 });
  const second = withChanges(first, [changeOf('3', 3, 3, { verdict: 'not_followed' })], since);
  expect(second.get('e1')).toMatchObject({ verdict: 'not_followed', seen: 2 });
  // The other gate is as it was, so that its card is not drawn again.
  expect(second.get('e2')).toBe(first.get('e2'));
});

test('a verdict that comes later changes the colour and flashes no more', () => {
  const asked = withChanges(none, [changeOf('1', 1, 1, { verdict: 'unknown' })], since);
  const told = withChanges(asked, [changeOf('1', 1, 2)], since);
  expect(told.get('e1')).toMatchObject({ verdict: 'followed', seen: 1 });
});

test('what was scanned before, or does not count, is not the latest', () => {
  const latest = withChanges(none, [changeOf('2', 2, 2)], since);
  const annulled = { at: since, reason: 'x' };
  expect(withChanges(none, [changeOf('1', -9, 5), changeOf('3', 3, 6, { annulled })], since).size).toBe(0);
  expect(withChanges(latest, [changeOf('1', 1, 7)], since).get('e1')).toBe(latest.get('e1'));
});
