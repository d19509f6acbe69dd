/** Small choices this browser remembers (never data): localStorage, or nothing where it is refused. */

type Remembered = 'language' | 'theme' | 'account' | 'desk' | 'link' | 'scope' | 'sound' | `entry.${string}`;

const PREFIX = 'followdesk.';

export function readMemory(name: Remembered): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writeMemory(name: Remembered, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A private window may refuse: the choice then lasts as long as the page.
  }
}
