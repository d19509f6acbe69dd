/** The browser's full screen: a wish, which it may refuse or end at any time; whatever shows goes on without. */
import { useSyncExternalStore } from 'react';

export function fillScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
}

export function useFillsScreen(): boolean {
  return useSyncExternalStore(watch, () => document.fullscreenElement !== null);
}

function watch(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}
