/** Why a secret is asked for again. */
import { expect, test } from 'vitest';
import { secretTrouble } from '#renderer/accounts/secret-trouble.ts';

test('a secret that was held in memory is forgotten, not missing', () => {
  expect(secretTrouble({ secretState: 'missing', secretHint: '0be0' })).toBe('forgotten');
  expect(secretTrouble({ secretState: 'missing', secretHint: null })).toBe('missing');
});

test('what lies on the disk and does not open keeps its own name', () => {
  expect(secretTrouble({ secretState: 'unreadable', secretHint: '0be0' })).toBe('unreadable');
  expect(secretTrouble({ secretState: 'corrupt', secretHint: '0be0' })).toBe('corrupt');
  expect(secretTrouble({ secretState: 'ok', secretHint: '0be0' })).toBeNull();
});
