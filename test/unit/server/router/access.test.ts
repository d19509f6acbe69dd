/** What the table does not know is behind the PIN, whatever it is called. */
import { describe, expect, test } from 'vitest';
import { type Access, accessOf, isRefused } from '#server/router/access.ts';

test.each([
  [['accounts', 'reveal']],
  [['nothing', 'get']],
  [['constructor', 'name']],
  [['accounts', 'constructor']],
  [['__proto__', 'toString']],
  [[]],
])('%j needs the PIN', (path) => {
  expect(accessOf(path, {})).toBe('pin');
});

describe('changing settings', () => {
  test.each<[unknown, Access]>([
    [{ theme: 'dark' }, 'open'],
    [{ theme: 'dark', language: 'en' }, 'open'],
    [{ theme: 'dark', keepDays: 1 }, 'pin'],
    [{}, 'pin'],
    [null, 'pin'],
    ['theme', 'pin'],
    [['theme'], 'pin'],
  ])('%j is %s', (input, access) => {
    expect(accessOf(['host', 'changeSettings'], input)).toBe(access);
  });
});

test.each<[Access, boolean, boolean, boolean]>([
  ['desk', true, true, false],
  ['open', true, false, false],
  ['open', true, true, true],
  ['pin', true, false, true],
  ['pin', true, true, true],
  ['pin', false, false, false],
])('%s, locked %s, kiosk %s: refused %s', (access, isLocked, isKiosk, refused) => {
  expect(isRefused(access, { isLocked, isKiosk })).toBe(refused);
});
