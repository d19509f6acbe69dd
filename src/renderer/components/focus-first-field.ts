/** Where the focus goes in a dialog that begins with a field. */
const FIELD = 'input:not([type="radio"]), textarea';

/**
 * As a dialog's `afterOpenChange`. Where things stand still (reduced motion) antd gives the focus to the cross that
 * closes, whatever has `autoFocus`: Enter would then close what was to be filled in.
 */
export function focusFirstField(isOpen: boolean): void {
  const { activeElement } = document;
  if (!isOpen || activeElement?.matches(FIELD)) return;
  activeElement?.closest('[role="dialog"]')?.querySelector<HTMLElement>(FIELD)?.focus();
}
