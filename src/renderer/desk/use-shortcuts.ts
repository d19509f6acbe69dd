/** Listens for the desk's single keys while a component is there that can do what they stand for. */
import { useEffect, useRef } from 'react';
import { actionOf, type DeskAction } from './shortcuts.ts';

/** `key` is as it was pressed: which of several. */
export type ShortcutHandlers = Partial<Record<DeskAction, (key: string) => void>>;

export function useShortcuts(handlers: ShortcutHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      const handle = action && latest.current[action];
      if (!handle) return;
      // Escape also closes what is open beside the desk.
      if (event.key !== 'Escape') event.preventDefault();
      handle(event.key);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
