import { expect, test } from 'vitest';
import { digestOfKey, isHandedKey, newHandedKey } from '#core/handed-key.ts';

test('only the key that was handed out opens, and what is kept does not hold it', () => {
  const key = newHandedKey('fdx_', 24);
  const kept = digestOfKey(key);
  expect(key).toMatch(/^fdx_[\w-]{32}$/);
  expect(isHandedKey(key, kept)).toBe(true);
  expect(isHandedKey(`${key}x`, kept)).toBe(false);
  expect(isHandedKey(kept, kept)).toBe(false);
  expect(newHandedKey('fdx_', 24)).not.toBe(key);
});

test('nothing opens where no key was handed out, or where what was kept is damaged', () => {
  const key = newHandedKey('', 24);
  for (const kept of [null, '', 'short', digestOfKey(key).slice(1)])
    expect(isHandedKey(key, kept)).toBe(false);
});
