/** Which keys the desk takes, and which it leaves to others. */
import { expect, test } from 'vitest';
import { actionOf, DESK_ACTIONS, type Pressed, SHORTCUTS } from '#renderer/desk/shortcuts.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

function press(key: string, how: Partial<Pressed> & { modifiers?: string[] } = {}) {
  const { modifiers = [], ...rest } = how;
  return actionOf({
    ...{ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
    ...{ isComposing: false, repeat: false, target: null },
    getModifierState: (name) => modifiers.includes(name),
    ...rest,
  });
}

test('no key stands for two things', () => {
  const keys = DESK_ACTIONS.flatMap((action) => [...SHORTCUTS[action].keys]);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(LANGUAGES)('the sheet has words for each key in %s', (language) => {
  const t = textOf(language);
  for (const action of DESK_ACTIONS) {
    expect(isWorded(t(`desk:shortcuts.does.${action}`)), action).toBe(true);
    expect(isWorded(t(`desk:shortcuts.groups.${SHORTCUTS[action].group}`)), action).toBe(true);
  }
});

test.each([
  ['j', 'older'],
  ['ArrowUp', 'newer'],
  ['Delete', 'annul'],
  ['7', 'pickEntry'],
  ['？', 'help'],
  ['x', null],
  ['0', null],
  ['Process', null],
])('%s', (key, action) => {
  expect(press(key)).toBe(action);
});

test('Caps Lock makes no difference, Shift is meant, and a question mark needs it', () => {
  expect(press('J', { modifiers: ['CapsLock'] })).toBe('older');
  expect(press('J', { shiftKey: true })).toBeNull();
  expect(press('?', { shiftKey: true })).toBe('help');
});

test.each<Partial<Pressed> & { modifiers?: string[] }>([
  { ctrlKey: true },
  { altKey: true },
  { metaKey: true },
  { isComposing: true },
  { modifiers: ['AltGraph'] },
])('with %o a key is somebody else’s', (how) => {
  expect(press('a', how)).toBeNull();
  expect(press('1', how)).toBeNull();
});

test('only moving goes on while a key is held down', () => {
  expect(press('j', { repeat: true })).toBe('older');
  expect(press('a', { repeat: true })).toBeNull();
  expect(press('n', { repeat: true })).toBeNull();
});
