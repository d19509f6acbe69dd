/**
 * The settings file: accounts, entries and settings in one validated JSON object. A change is in force only
 * once it is on disk; a file that no longer validates never takes the accounts with it, because every
 * version that did validate is kept for a while. Secrets held in memory are in the data and not in the file.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#shared/model/host.ts';
import type { Environment } from '../environment.ts';
import { keepChange, keptChanges, readSettings } from './backups.ts';
import { withoutHeld } from './sealed-places.ts';
import { SETTINGS_VERSION, type SettingsData, SettingsFileSchema } from './settings-schema.ts';
import { storageFailure } from './storage-failure.ts';

export interface SettingsFile {
  data(): SettingsData;
  /** Replaces what the file holds. @throws StorageFailed and changes nothing. */
  change(edit: (data: SettingsData) => SettingsData): void;
  /** What opening it had to mend, if anything. */
  readonly notice: Notice | null;
}

/** True for settings in a layout that only a later FollowDesk knows. */
function isNewer(path: string): boolean {
  try {
    const { version } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof version === 'number' && version > SETTINGS_VERSION;
  } catch {
    return false;
  }
}

/** Puts the newest version that validates in the place of a file that does not, which is kept as it is. */
function recover(path: string, backupFolder: string, now: number): Notice | null {
  if (!existsSync(path) || readSettings(path)) return null;
  const newer = isNewer(path);
  renameSync(path, join(backupFolder, `${newer ? 'newer' : 'corrupt'}-${now}.json`));
  const name = keptChanges(backupFolder)
    .reverse()
    .find((kept) => readSettings(join(backupFolder, kept)) !== null);
  if (name !== undefined) copyFileSync(join(backupFolder, name), path);
  if (newer) return 'settings_newer';
  return name === undefined ? 'settings_lost' : 'settings_restored';
}

/** @throws StorageFailed */
export function openSettingsFile({
  dataFolder,
  openSettings,
  clock,
}: Pick<Environment, 'dataFolder' | 'openSettings' | 'clock'>): SettingsFile {
  const path = join(dataFolder, 'settings.json');
  const backupFolder = join(dataFolder, 'backups');
  try {
    mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
    const notice = recover(path, backupFolder, clock.now());
    const store = openSettings(path);
    let data = SettingsFileSchema.parse(store.read());

    return {
      data: () => data,
      change(edit) {
        const next = SettingsFileSchema.parse(edit(data));
        try {
          store.write(withoutHeld(next));
          keepChange(path, backupFolder);
        } catch (error) {
          throw storageFailure(error);
        }
        data = next;
      },
      notice,
    };
  } catch (error) {
    throw storageFailure(error);
  }
}
