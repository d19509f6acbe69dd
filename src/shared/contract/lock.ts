/**
 * The lock of the console. It keeps people out and not programs: who sends the console token is not asked for the
 * PIN, and may remove a forgotten one. No answer and no error repeats a PIN or a secret.
 */
import { z } from 'zod';
import { LockAfterMinutes, LockState, Pin } from '../model/lock.ts';
import { procedure } from './errors.ts';

export const lock = {
  get: procedure.route({ method: 'GET', path: '/lock' }).output(LockState),
  /** Sets the first PIN, or another: then a person must know the one before (WRONG_PIN). */
  setPin: procedure
    .route({ method: 'PUT', path: '/lock/pin' })
    .input(z.object({ pin: Pin, currentPin: Pin.optional() }))
    .output(LockState),
  /** Nothing is locked any more; ends kiosk mode, too. */
  removePin: procedure
    .route({ method: 'DELETE', path: '/lock/pin' })
    .input(z.object({ currentPin: Pin.optional() }).default({}))
    .output(LockState),
  /** Opens every console of this host, and ends kiosk mode. WRONG_PIN, and TOO_SOON after several. */
  unlock: procedure
    .route({ method: 'POST', path: '/lock/unlock' })
    .input(z.object({ pin: Pin }))
    .output(LockState),
  /** Locks every console of this host; without a PIN there is nothing to lock with, and nothing happens. */
  lock: procedure.route({ method: 'POST', path: '/lock/lock' }).output(LockState),
  change: procedure
    .route({ method: 'PATCH', path: '/lock' })
    .input(z.object({ lockAfterMinutes: LockAfterMinutes }))
    .output(LockState),
  /** Only the desk from now on. PIN_MISSING without a PIN: nobody could leave it. */
  startKiosk: procedure.route({ method: 'POST', path: '/lock/kiosk' }).output(LockState),
  /** Somebody is at an unlocked console: it does not lock itself yet. */
  present: procedure.route({ method: 'POST', path: '/lock/present', successStatus: 204 }).output(z.void()),
  /** Removes a forgotten PIN for whoever knows the AppSecret of an account kept here; the sandbox's does not count. */
  forgotten: procedure
    .route({ method: 'POST', path: '/lock/forgotten' })
    .input(z.object({ appSecret: z.string().trim().min(1).max(128) }))
    .output(LockState),
};
