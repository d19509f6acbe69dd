/** A lock over a real settings file and a real database, with both clocks in the test's hand. */
import { createLock } from '#core/lock/lock.ts';
import { openSettingsFile } from '#core/storage/settings-file.ts';
import { createTimeMarks } from '#core/storage/sqlite/time-marks.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { plainSettingsStore } from '../../../support/plain-settings-store.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

export const PIN = '739100';
export const APP_SECRET = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';

export const person = { currentPin: undefined, trusted: false };
export const program = { currentPin: undefined, trusted: true };

const real = { id: 'a1', sandbox: false, secretState: 'ok' };
const accounts = {
  list: () => [real, { ...real, id: 'a2', sandbox: true }, { ...real, id: 'a3', secretState: 'missing' }],
  credentials: (id: string) => ({ appSecret: id === 'a1' ? APP_SECRET : 'sandbox-secret' }),
};

export function openLock() {
  const { database, commits, folder } = openScanDatabase();
  const clock = manualClock();
  const steady = manualClock(1000);
  const file = openSettingsFile({ dataFolder: folder, openSettings: plainSettingsStore, clock });
  const marks = createTimeMarks(database, commits);
  const start = () => createLock({ file, marks, accounts: accounts as never, clock, steady });
  return {
    lock: start(),
    file,
    folder,
    clock,
    steady,
    /** What a restart finds: the same folder, and a steady clock that began anew. */
    restart: start,
    /** Both clocks, as time does. */
    pass(minutes: number) {
      clock.advance(minutes * 60_000);
      steady.advance(minutes * 60_000);
    },
  };
}
