/** Which screen shows: the hash of the page, so that links are links and Back works in both hosts. */
import { useSyncExternalStore } from 'react';

/** In the order of the navigation and of Alt+1, Alt+2, … */
export const SCREENS = ['desk', 'accounts', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screen a hash names; the desk for anything else. */
export function screenOf(hash: string): Screen {
  const name = hash.replace(/^#\/?/, '').split(/[/?]/)[0];
  return SCREENS.find((screen) => screen === name) ?? 'desk';
}

export function hashOf(screen: Screen): `#/${Screen}` {
  return `#/${screen}`;
}

export function useScreen(): Screen {
  return useSyncExternalStore(watchHash, () => screenOf(location.hash));
}

function watchHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
