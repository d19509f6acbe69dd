/**
 * Every single key of the desk, in one table: what listens, what the sheet (`?`) lists and what buttons tell a
 * screen reader is read from here. To add one: a line below, its wording under `desk:shortcuts.does`, and a handler
 * by its name in `useShortcuts({ … })` of whatever component can do it. The rule: a key is ours only when it is
 * nobody else's; not while something is typed or composed, not in a dialog, a menu or a list of choices, and never
 * together with Ctrl, Alt, Cmd or a screen reader's own key.
 */

interface Shortcut {
  group: 'rows' | 'entries' | 'desk';
  /** As `KeyboardEvent.key` says them, letters small. */
  keys: readonly string[];
  /** As the sheet writes them. */
  shown: readonly string[];
  /** Goes on while the key is held down. */
  repeats?: true;
}

export const SHORTCUTS = {
  older: { group: 'rows', keys: ['ArrowDown', 'j'], shown: ['↓', 'J'], repeats: true },
  newer: { group: 'rows', keys: ['ArrowUp', 'k'], shown: ['↑', 'K'], repeats: true },
  newest: { group: 'rows', keys: ['f'], shown: ['F'] },
  recheck: { group: 'rows', keys: ['r'], shown: ['R'] },
  annul: { group: 'rows', keys: ['a', 'Delete'], shown: ['A', 'Del'] },
  undo: { group: 'rows', keys: ['u'], shown: ['U'] },
  leave: { group: 'rows', keys: ['Escape'], shown: ['Esc'] },
  nextEntry: { group: 'entries', keys: ['n'], shown: ['N'] },
  previousEntry: { group: 'entries', keys: ['p'], shown: ['P'] },
  pickEntry: {
    group: 'entries',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: ['1', '…', '9'],
  },
  mute: { group: 'desk', keys: ['m'], shown: ['M'] },
  board: { group: 'desk', keys: ['b'], shown: ['B'] },
  help: { group: 'desk', keys: ['?', '？'], shown: ['?'] },
} as const satisfies Record<string, Shortcut>;

export type DeskAction = keyof typeof SHORTCUTS;

export const DESK_ACTIONS = Object.keys(SHORTCUTS) as DeskAction[];

/** What is read of a pressed key. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'repeat' | 'target'
> & { getModifierState(key: string): boolean };

/** The action a key stands for; null when it stands for none or belongs to somebody else. */
export function actionOf(event: Pressed): DeskAction | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  if (event.getModifierState('AltGraph')) return null;
  // Caps Lock makes capitals too; only those made with Shift are meant.
  const isLetter = /^[a-z]$/i.test(event.key);
  if (isLetter && event.shiftKey) return null;
  const key = isLetter ? event.key.toLowerCase() : event.key;
  const action = DESK_ACTIONS.find((name) => SHORTCUTS[name].keys.some((own) => own === key));
  if (action === undefined) return null;
  const shortcut: Shortcut = SHORTCUTS[action];
  if (event.repeat && !shortcut.repeats) return null;
  return isTaken(event.target, key) ? null : action;
}

/** A list of choices that is closed and cannot be searched takes no letters. */
const TYPING =
  'input:not([type=radio], [type=checkbox], [type=button], [readonly]), textarea, select, [contenteditable]';
const OTHER_PLACES = '[role=dialog], [role=menu], [role=listbox], [role=combobox][aria-expanded=true]';
/** These move by arrows themselves. */
const MOVED_BY_ARROWS = 'input, [role=radiogroup], [role=combobox], [role=slider], [role=tablist]';

/** Whether the key means something where the focus is. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (target === null || !(target instanceof Element)) return false;
  if (target.closest(OTHER_PLACES) !== null || target.matches(TYPING)) return true;
  return key.startsWith('Arrow') && target.closest(MOVED_BY_ARROWS) !== null;
}
