/** Whether the palette is open: its key turns it on and off, the host's menu turns it on. */
import { useCallback, useEffect, useState } from 'react';
import { hashOf } from '../routing.ts';
import { isPaletteKey } from './keys.ts';
import { useHostCommands } from './use-host-commands.ts';

export interface PaletteState {
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

export function usePalette(): PaletteState {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isPaletteKey(event) || event.repeat) return;
      // Else the browser goes to its address bar, or the menu opens it a second time.
      event.preventDefault();
      setOpen((before) => !before);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useHostCommands((command) => {
    if (command.kind === 'palette') {
      setOpen(true);
    } else {
      setOpen(false);
      location.hash = hashOf(command.screen);
    }
  });
  return { isOpen, open, close };
}
