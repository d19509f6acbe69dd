import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createKiosk } from '#main/kiosk.ts';

/** A lock as far as the windows know it, and one window. */
function open(isKiosk: boolean) {
  const lock = {
    isKiosk,
    tell: (_on: boolean) => {},
    now: () => ({ isLocked: lock.isKiosk, isKiosk: lock.isKiosk }),
    onKiosk(listener: (on: boolean) => void) {
      lock.tell = listener;
    },
    turn(on: boolean) {
      lock.isKiosk = on;
      lock.tell(on);
    },
  };
  const events = new EventEmitter();
  const window = {
    kiosk: false,
    setKiosk(on: boolean) {
      window.kiosk = on;
    },
    on: events.on.bind(events) as never,
    once: events.once.bind(events) as never,
    show: () => events.emit('ready-to-show'),
    isDestroyed: () => false,
    /** Whether it closes when asked to. */
    closes() {
      let prevented = false;
      events.emit('close', { preventDefault: () => (prevented = true) });
      return !prevented;
    },
  };
  const kiosk = createKiosk(lock);
  kiosk.hold(window);
  return { lock, window, kiosk };
}

describe('the console’s window', () => {
  it('fills the screen and stays as long as it is a kiosk', () => {
    const { lock, window } = open(false);
    expect([window.kiosk, window.closes()]).toEqual([false, true]);
    lock.turn(true);
    expect([window.kiosk, window.closes()]).toEqual([true, false]);
    lock.turn(false);
    expect([window.kiosk, window.closes()]).toEqual([false, true]);
  });

  it('is one from the start where it was one before', () => {
    const { window } = open(true);
    window.show();
    expect(window.kiosk).toBe(true);
  });

  it('closes when the app quits', () => {
    const { window, kiosk } = open(true);
    kiosk.close();
    expect([kiosk.isOn(), window.closes()]).toEqual([false, true]);
  });
});
