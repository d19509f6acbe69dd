/** The whole screen, by the key F or the button; Escape is the browser's own way back. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';

function watch(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}

export function useFullscreen(): { isFull: boolean; toggle: () => void } {
  const isFull = useSyncExternalStore(watch, () => document.fullscreenElement !== null);
  const toggle = useCallback(() => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    // A browser may refuse; the board shows all the same.
    change.catch(() => undefined);
  }, []);
  useEffect(() => {
    function onKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
      if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey) toggle();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);
  return { isFull, toggle };
}
