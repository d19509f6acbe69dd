/** The whole screen, by the key F or the button; Escape is the browser's own way back. */
import { useCallback, useEffect } from 'react';
import { fillScreen, leaveFullScreen, useFillsScreen } from '../components/fullscreen.ts';

export function useFullscreen(): { isFull: boolean; toggle: () => void } {
  const isFull = useFillsScreen();
  const toggle = useCallback(() => (document.fullscreenElement ? leaveFullScreen() : fillScreen()), []);
  useEffect(() => {
    function onKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
      if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey) toggle();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);
  return { isFull, toggle };
}
