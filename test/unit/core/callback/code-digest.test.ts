import { expect, test } from 'vitest';
import { digestCode } from '#core/callback/code-digest.ts';

test('the digest of a code tells accounts apart and hides the code', () => {
  expect(digestCode('a', 'CODE')).toMatch(/^[0-9a-f]{32}$/);
  expect(digestCode('a', 'CODE')).toBe(digestCode('a', 'CODE'));
  expect(digestCode('a', 'CODE')).not.toBe(digestCode('b', 'CODE'));
  expect(digestCode('a', 'CODE')).not.toBe(digestCode('a', 'CODE2'));
});
