/**
 * Kiosk mode as the operating system has it: the console's window fills the screen and does not close. The rule:
 * only the PIN ends it, but it never keeps the app from quitting when the system asks.
 */
import type { BrowserWindow } from 'electron';
import type { Lock } from '#core/lock/lock.ts';

type Held = Pick<BrowserWindow, 'setKiosk' | 'on' | 'once' | 'isDestroyed'>;

export interface Kiosk {
  isOn(): boolean;
  /** For the console's window, before its page loads; until it is closed it follows the lock. */
  hold(window: Held): void;
  /** From now on every window may close. */
  close(): void;
}

export function createKiosk(lock: Pick<Lock, 'now' | 'onKiosk'>): Kiosk {
  let held: Held | null = null;
  let ended = false;

  function isOn(): boolean {
    return !ended && lock.now().isKiosk;
  }

  lock.onKiosk((on) => {
    if (held !== null && !held.isDestroyed()) held.setKiosk(on);
  });
  return {
    isOn,
    hold(window) {
      held = window;
      // Once it is shown: a hidden window may not fill anything.
      window.once('ready-to-show', () => {
        if (isOn()) window.setKiosk(true);
      });
      window.on('close', (event) => {
        if (isOn()) event.preventDefault();
      });
    },
    close() {
      ended = true;
    },
  };
}
