/** The lock over the core. Programs are not asked for the PIN that they replace or remove. */
import type { App } from '#core/app.ts';
import type { Base } from './base.ts';

export function lockProcedures({ lock: os }: Base, { lock }: Pick<App, 'lock'>) {
  return {
    get: os.get.handler(() => lock.state()),
    setPin: os.setPin.handler(({ input: { pin, currentPin }, context }) =>
      lock.setPin(pin, { currentPin, trusted: context.isProgram === true }),
    ),
    removePin: os.removePin.handler(({ input: { currentPin }, context }) =>
      lock.removePin({ currentPin, trusted: context.isProgram === true }),
    ),
    unlock: os.unlock.handler(({ input }) => lock.unlock(input.pin)),
    lock: os.lock.handler(() => {
      lock.lock();
      return lock.state();
    }),
    change: os.change.handler(({ input }) => lock.lockAfter(input.lockAfterMinutes)),
    startKiosk: os.startKiosk.handler(() => lock.startKiosk()),
    present: os.present.handler(() => lock.present()),
    forgotten: os.forgotten.handler(({ input }) => lock.forget(input.appSecret)),
  };
}
