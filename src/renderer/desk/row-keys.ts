/**
 * The feed's rows under the keyboard: the focus moves from row to row, and a key presses the focused row's own
 * button, so that a key can do nothing which the row does not offer.
 */

/** `data-act` of a row's buttons. */
export type RowAct = 'recheck' | 'annul' | 'undo';

/** To the row `step` further down; to the newest when none has the focus. */
export function moveFocus(list: HTMLElement, step: number): void {
  const rows = rowsOf(list);
  const current = focusedRow(list);
  const at = current === null ? 0 : rows.indexOf(current) + step;
  rows[Math.max(0, Math.min(rows.length - 1, at))]?.focus();
}

/** Presses that button of the focused row; with no row in focus the newest gets it, and nothing is pressed. */
export function pressInFocus(list: HTMLElement, act: RowAct): void {
  const row = focusedRow(list);
  if (row === null) moveFocus(list, 0);
  else buttonOf(row, act)?.click();
}

/** The focused row's undo, else that of the row last annulled here. */
export function pressUndo(list: HTMLElement, lastAnnulled: string | null): void {
  const focused = focusedRow(list);
  const last = rowsOf(list).find(({ dataset }) => dataset.id === lastAnnulled);
  const button = (focused && buttonOf(focused, 'undo')) ?? (last && buttonOf(last, 'undo'));
  button?.click();
}

/** Lets the list run again. */
export function leaveRows(list: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && list.contains(activeElement)) activeElement.blur();
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-id]')];
}

function focusedRow(list: HTMLElement): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-id]') ?? null;
  return row && list.contains(row) ? row : null;
}

function buttonOf(row: HTMLElement, act: RowAct): HTMLElement | null {
  return row.querySelector<HTMLElement>(`[data-act="${act}"]`);
}
