/** Waits that take no time: the clock is turned instead; or that stand still until they are woken or let go. */
import type { createWait } from '#core/wechat/patience.ts';
import type { ManualClock } from '../../../support/manual-clock.ts';

/** Every pause is noted and its time passes at once. */
export function turnedWait(clock: ManualClock): { openWait: typeof createWait; pauses: number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    openWait: () => ({
      async wait(ms) {
        pauses.push(ms);
        clock.advance(ms);
      },
      close() {},
    }),
  };
}

/** A wait lasts until somebody wakes it. */
export function standingWait(): { openWait: typeof createWait; begun: Promise<void> } {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  return {
    begun,
    openWait() {
      let wake = () => {};
      return {
        wait: () =>
          new Promise((woken) => {
            wake = woken;
            resolve();
          }),
        close: () => wake(),
      };
    },
  };
}
