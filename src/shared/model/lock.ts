/**
 * The lock of the console: a PIN before what is not everybody's business, and kiosk mode, in which there is only
 * the desk. It is about who stands before the screen. Whoever can read the data folder is past it already.
 */
import { z } from 'zod';

/** Digits only, so that it can be typed on any pad. */
export const Pin = z.string().regex(/^\d{4,12}$/);

/** Minutes without anybody at the console before it locks by itself; null = only when somebody locks it. */
export const LockAfterMinutes = z.number().int().min(1).max(1440).nullable();

export const LockState = z.object({
  hasPin: z.boolean(),
  /** Never true without a PIN. */
  isLocked: z.boolean(),
  /** Only the desk is answered. Ends when somebody unlocks; a restart does not end it. */
  isKiosk: z.boolean(),
  lockAfterMinutes: LockAfterMinutes,
  /** Wrong PINs until the next wait. */
  triesLeft: z.number(),
  /** Until another PIN is looked at; 0 = now. */
  retryAfterSeconds: z.number(),
  /** Whether an account's AppSecret can take the place of a forgotten PIN here. */
  takesAppSecret: z.boolean(),
});
export type LockState = z.infer<typeof LockState>;
