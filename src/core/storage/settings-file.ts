/**
 * The settings file: accounts, entries and settings in one validated JSON object. A change is in force only
 * once it is on disk; a file that no longer validates never takes the accounts with it, because every
 * version that did validate is kept for a while.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '#shared/model/host.ts';
import type { Environment } from '../environment.ts';
import { type SettingsData, SettingsFileSchema } from './settings-schema.ts';
import { storageFailure } from './storage-failure.ts';

const BACKUPS_KEPT = 5;

export interface SettingsFile {
  data(): SettingsData;
  /** Replaces what the file holds. @throws StorageFailed and changes nothing. */
  change(edit: (data: SettingsData) => SettingsData): void;
  /** What opening it had to mend, if anything. */
  readonly notice: Notice | null;
}

function readValid(path: string): SettingsData | null {
  try {
    return SettingsFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Names of the kept versions, oldest first. */
function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^settings-\d+\.json$/.test(name))
    .sort();
}

/** Puts the newest version that validates in the place of a file that does not. */
function recover(path: string, backupFolder: string, now: number): Notice | null {
  if (!existsSync(path) || readValid(path)) return null;
  renameSync(path, join(backupFolder, `corrupt-${now}.json`));
  for (const name of backupsIn(backupFolder).reverse()) {
    const backup = join(backupFolder, name);
    if (!readValid(backup)) continue;
    copyFileSync(backup, path);
    return 'settings_restored';
  }
  return 'settings_lost';
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

    function keepBackup(): void {
      if (!existsSync(path)) return;
      const kept = backupsIn(backupFolder);
      const newest = Number(kept.at(-1)?.slice('settings-'.length, -'.json'.length) ?? 0);
      // Numbers, not times: a clock that was set back must not make the newest look old.
      copyFileSync(path, join(backupFolder, `settings-${String(newest + 1).padStart(8, '0')}.json`));
      for (const name of kept.slice(0, Math.max(0, kept.length - BACKUPS_KEPT + 1))) {
        rmSync(join(backupFolder, name));
      }
    }

    return {
      data: () => data,
      change(edit) {
        const next = SettingsFileSchema.parse(edit(data));
        try {
          store.write(next);
          keepBackup();
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
