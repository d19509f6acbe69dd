/** The lock as every part of the console sees it. */
import { createContext, useContext } from 'react';
import type { LockState } from '#shared/model/lock.ts';

export interface ConsoleLock {
  /** Undefined until the host has said; it is asked every other second, since other consoles lock, too. */
  state: LockState | undefined;
  /** True while the host has not said. */
  isPending: boolean;
  /** What the host answered to a change of the lock. */
  changed: (state: LockState) => void;
  lockNow: () => void;
  startKiosk: () => void;
  /** Opens the box that asks for the PIN, for one thing on a screen that is not locked itself. */
  askForPin: () => void;
}

export const LockContext = createContext<ConsoleLock | null>(null);

export function useLock(): ConsoleLock {
  const value = useContext(LockContext);
  if (!value) throw new Error('useLock is called outside LockProvider');
  return value;
}

/** Whether there is only the desk: then it shows nothing that leads elsewhere or changes an entry. */
export function useKiosk(): boolean {
  return useLock().state?.isKiosk === true;
}
