/** Passwords told apart as a person would tell them apart. */
import { expect, test } from 'vitest';
import { strengthOf } from '#renderer/settings/password-strength.ts';

test.each([
  ['', 'short'],
  ['Xk9#mQ2$v', 'short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['password123', 'weak'],
  ['FollowDesk2026', 'weak'],
  ['abababababababab', 'weak'],
  ['gkwmtzqhbxrd', 'weak'],
  ['Kq7vWm2xTb', 'fair'],
  ['correct horse battery', 'strong'],
  ['Xk9#mQ2$vLr7!pZw', 'strong'],
] as const)('%j is %s', (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});

test('what is too long to be taken is no password either', () => {
  expect(strengthOf('Xk9#mQ2$vLr7!pZw'.repeat(17))).toBe('short');
});
