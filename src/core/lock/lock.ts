/**
 * Whether the console is locked. The rule: with a PIN it is locked from the start, and opens for the right PIN
 * and for nothing else; when in doubt about the time, it locks. Without a PIN nothing is ever locked.
 */
import type { LockState } from '#shared/model/lock.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import { PinMissing, WrongPin } from '../errors.ts';
import { steadyClock } from '../steady-clock.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredLock } from '../storage/settings-schema.ts';
import type { TimeMarks } from '../storage/sqlite/time-marks.ts';
import { knowsSecret, secretsOf } from './known-secret.ts';
import { digestPin, isPin } from './pin.ts';
import { createTries, type Tries } from './tries.ts';

/** `trusted` callers (programs with the console token) are not asked for the PIN that there is. */
export interface PinChange {
  currentPin: string | undefined;
  trusted: boolean;
}

export interface Lock {
  state(): LockState;
  /** What every call is measured by. */
  now(): Pick<LockState, 'isLocked' | 'isKiosk'>;
  /** Locks at once; nothing without a PIN. */
  lock(): void;
  /** Also ends kiosk mode. @throws WrongPin, TooSoon, StorageFailed */
  unlock(pin: string): Promise<LockState>;
  /** Somebody is here: the time until it locks itself begins anew, unless it has locked already. */
  present(): void;
  /** @throws WrongPin, TooSoon, StorageFailed */
  setPin(pin: string, change: PinChange): Promise<LockState>;
  /** @throws WrongPin, TooSoon, StorageFailed */
  removePin(change: PinChange): Promise<LockState>;
  /** Removes the PIN for an AppSecret of an account here. @throws WrongPin, TooSoon, StorageFailed */
  forget(appSecret: string): Promise<LockState>;
  /** @throws StorageFailed */
  lockAfter(minutes: LockState['lockAfterMinutes']): LockState;
  /** Locks, too. @throws PinMissing, StorageFailed */
  startKiosk(): LockState;
  /** Told whenever kiosk mode begins or ends. */
  onKiosk(listener: (isKiosk: boolean) => void): void;
}

export interface LockDependencies {
  file: SettingsFile;
  marks: TimeMarks;
  accounts: Pick<Accounts, 'list' | 'credentials'>;
  clock: Clock;
  /** Tells durations only, and stands still while the machine sleeps. */
  steady?: Clock;
}

export function createLock({ file, marks, accounts, clock, steady = steadyClock }: LockDependencies): Lock {
  const pinTries = createTries({ of: 'pin', marks, clock, steady });
  const secretTries = createTries({ of: 'app_secret', marks, clock, steady });
  const listeners = new Set<(isKiosk: boolean) => void>();
  let open = false;
  let kiosk = file.data().lock.isKiosk;
  let seen = { wall: 0, steady: 0 };

  function stored(): StoredLock {
    return file.data().lock;
  }

  function present(): void {
    seen = { wall: clock.now(), steady: steady.now() };
  }

  /** The wall clock knows how long the machine slept, the steady one is not fooled when that is set back. */
  function idleMs(): number {
    return Math.max(clock.now() - seen.wall, steady.now() - seen.steady);
  }

  function isOpen(): boolean {
    const { lockAfterMinutes } = stored();
    // Once the time is over it stays so, whatever the clock says a moment later.
    if (open && lockAfterMinutes !== null && idleMs() >= lockAfterMinutes * 60_000) open = false;
    return open;
  }

  function now(): ReturnType<Lock['now']> {
    if (stored().pin === null) return { isLocked: false, isKiosk: false };
    return { isLocked: kiosk || !isOpen(), isKiosk: kiosk };
  }

  function state(): LockState {
    const { pin, lockAfterMinutes } = stored();
    const hasPin = pin !== null;
    const takesAppSecret = hasPin && secretsOf(accounts).length > 0;
    return { ...now(), hasPin, lockAfterMinutes, ...pinTries.left(), takesAppSecret };
  }

  function change(patch: Partial<StoredLock>): void {
    file.change((data) => ({ ...data, lock: { ...data.lock, ...patch } }));
  }

  function turnKiosk(on: boolean): void {
    if (kiosk === on) return;
    kiosk = on;
    for (const listener of listeners) listener(on);
  }

  function leaveKiosk(): void {
    if (!kiosk) return;
    turnKiosk(false);
    try {
      change({ isKiosk: false });
    } catch {
      // A full disk must not hold the operator in here; after a restart it is a kiosk once more.
    }
  }

  async function check(tries: Tries, typed: 'pin' | 'app_secret', isRight: () => Promise<boolean> | boolean) {
    await tries.spend();
    if (!(await isRight())) throw new WrongPin(typed, tries.left());
    await tries.restore();
  }

  async function checkPin(pin: string): Promise<void> {
    const kept = stored().pin;
    if (kept !== null) await check(pinTries, 'pin', () => isPin(pin, kept));
  }

  async function checkChange({ currentPin, trusted }: PinChange): Promise<void> {
    if (stored().pin === null || trusted) return;
    // Nothing typed is nothing tried.
    if (currentPin === undefined) throw new WrongPin('pin', pinTries.left());
    await checkPin(currentPin);
  }

  function removed(): LockState {
    change({ pin: null, isKiosk: false });
    turnKiosk(false);
    return state();
  }

  return {
    state,
    now,
    lock() {
      open = false;
    },
    async unlock(pin) {
      await checkPin(pin);
      leaveKiosk();
      present();
      open = true;
      return state();
    },
    present() {
      if (isOpen()) present();
    },
    async setPin(pin, before) {
      await checkChange(before);
      const isFirst = stored().pin === null;
      const kept = await digestPin(pin);
      change({ pin: kept });
      await pinTries.restore();
      // A person who sets the first one is at the console; a program need not have anybody there.
      if (isFirst) open = !before.trusted;
      present();
      return state();
    },
    async removePin(before) {
      await checkChange(before);
      return removed();
    },
    async forget(appSecret) {
      await check(secretTries, 'app_secret', () => knowsSecret(secretsOf(accounts), appSecret));
      await pinTries.restore();
      return removed();
    },
    lockAfter(lockAfterMinutes) {
      change({ lockAfterMinutes });
      return state();
    },
    startKiosk() {
      if (stored().pin === null) throw new PinMissing();
      change({ isKiosk: true });
      open = false;
      turnKiosk(true);
      return state();
    },
    onKiosk: (listener) => void listeners.add(listener),
  };
}
