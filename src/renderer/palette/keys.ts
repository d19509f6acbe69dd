/** The palette's key, as it is pressed and as it is written on this keyboard. */

/** A Mac's command key is the others' control key; this is about the keyboard, not about the host. */
const mac = /mac|iphone|ipad/i.test(navigator.platform);

export const PALETTE_KEYS = mac ? ['⌘', 'K'] : ['Ctrl', 'K'];

/** Whether this is Ctrl+K or Cmd+K and nothing more. On a Mac Ctrl+K cuts to the end of the line, and stays so. */
export function isPaletteKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  if (event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return false;
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}
