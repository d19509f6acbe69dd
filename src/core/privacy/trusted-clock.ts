/**
 * The clock as far as it may be believed before something is deleted for good: a machine whose date was set wrong,
 * or got lost with its battery, must not cost anybody their records. The rule: a leap ahead of more than a week
 * since it was last believed, also while nothing ran, has to stand for a day.
 */
import type { Clock, Logger } from '../environment.ts';
import type { TimeMarks } from '../storage/sqlite/time-marks.ts';

const DAY_MS = 24 * 3600 * 1000;
const LEAP_MS = 7 * DAY_MS;

/**
 * Milliseconds since the epoch, at times earlier than the clock says, or null while it is in doubt.
 * @throws StorageFailed
 */
export type TrustedNow = () => Promise<number | null>;

export function createTrustedNow(dependencies: {
  marks: TimeMarks;
  clock: Clock;
  logger: Logger;
}): TrustedNow {
  const { marks, clock, logger } = dependencies;

  return async function trustedNow() {
    const now = clock.now();
    const trusted = marks.read('clock_trusted');
    const doubted = marks.read('clock_doubted');
    if (trusted === null || now - trusted <= LEAP_MS) {
      await marks.write({ clock_trusted: now, clock_doubted: null });
      return now;
    }
    if (doubted === null || now < doubted) {
      await marks.write({ clock_doubted: now });
      logger.warn(
        { from: new Date(trusted).toISOString(), to: new Date(now).toISOString() },
        'the clock leapt ahead: nothing old is deleted before it has stood for a day',
      );
      return null;
    }
    if (now - doubted < DAY_MS) return null;
    // The leap has stood; a second one since then has not.
    const believed = now - doubted <= LEAP_MS ? now : doubted;
    await marks.write({ clock_trusted: believed, clock_doubted: believed === now ? null : now });
    return believed;
  };
}
