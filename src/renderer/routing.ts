/** Which screen shows: the hash of the page, so that links are links and Back works in both hosts. */
import { useMemo, useSyncExternalStore } from 'react';

/** In the order of the navigation and of Alt+1, Alt+2, … */
export const SCREENS = ['desk', 'lookup', 'followers', 'records', 'accounts', 'doctor', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screen a hash names; the desk for anything else. */
export function screenOf(hash: string): Screen {
  const [name] = segmentsOf(hash);
  return SCREENS.find((screen) => screen === name) ?? 'desk';
}

/** Where a screen is, or a place inside it: `#/accounts/42/setup`. */
export function hashOf(screen: Screen, ...inside: string[]): string {
  return `#/${[screen, ...inside].map(encodeURIComponent).join('/')}`;
}

export function useScreen(): Screen {
  return useSyncExternalStore(watchHash, () => screenOf(location.hash));
}

/** What follows the screen's name in the hash: `['42', 'setup']`. */
export function usePlace(): string[] {
  const hash = useHash();
  return useMemo(() => segmentsOf(hash).slice(1), [hash]);
}

export function useHash(): string {
  return useSyncExternalStore(watchHash, () => location.hash);
}

function segmentsOf(hash: string): string[] {
  const path = hash.replace(/^#\/?/, '').split('?')[0] ?? '';
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
}

/** A hash is typed by people too: what cannot be decoded stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function watchHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
