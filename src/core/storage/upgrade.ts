/**
 * What is kept before another version of FollowDesk takes over a data folder: the settings, and the database when
 * its layout is about to change, in `backups/before-<version>`. The last three are kept.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Environment } from '../environment.ts';
import { keptUpgrades } from './backups.ts';
import type { SettingsFile } from './settings-file.ts';
import { storageFailure } from './storage-failure.ts';

const UPGRADES_KEPT = 3;

export interface Upgrade {
  /** Before the database takes its next step. A copy that fails is logged: the step itself is one transaction. */
  keepDatabase(database: DatabaseSync): void;
  /** Before this version reads the settings, if another one wrote them. @throws StorageFailed */
  keepSettings(): void;
  /** From here on the settings are this version's. @throws StorageFailed */
  noteVersion(file: SettingsFile): void;
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Who wrote these settings last: undefined when they are no settings at all, and then nothing is to be kept. */
function writerOf(text: string | null): string | null | undefined {
  try {
    const found = JSON.parse(text ?? '');
    return typeof found === 'object' && found !== null ? (found.appVersion ?? null) : undefined;
  } catch {
    return undefined;
  }
}

export function createUpgrade({
  dataFolder,
  version,
  logger,
}: Pick<Environment, 'dataFolder' | 'version' | 'logger'>): Upgrade {
  const settings = join(dataFolder, 'settings.json');
  const backups = join(dataFolder, 'backups');

  /** This upgrade's folder, with the settings in it: an interrupted start goes on with the one it made. */
  function folder(): string {
    const text = textOf(settings);
    const name = `before-${version.replace(/[^\w.+-]/g, '_').slice(0, 60)}`;
    for (let number = 1; ; number += 1) {
      const path = join(backups, number === 1 ? name : `${name}_${number}`);
      if (!existsSync(path)) {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        if (text !== null) copyFileSync(settings, join(path, 'settings.json'));
        for (const old of keptUpgrades(backups).slice(UPGRADES_KEPT)) {
          if (join(backups, old) !== path) rmSync(join(backups, old), { recursive: true });
        }
        return path;
      }
      if (textOf(join(path, 'settings.json')) === text) return path;
    }
  }

  return {
    keepDatabase(database) {
      try {
        const copy = join(folder(), 'scans.db');
        if (existsSync(copy)) return;
        const draft = `${copy}.new`;
        rmSync(draft, { force: true });
        // A copy of the file would miss what is still in the write-ahead log.
        database.prepare('VACUUM INTO ?').run(draft);
        chmodSync(draft, 0o600);
        renameSync(draft, copy);
      } catch (error) {
        logger.warn({ error: String(error) }, 'the database could not be copied before the upgrade');
      }
    },
    keepSettings() {
      const writer = writerOf(textOf(settings));
      if (writer === undefined || writer === version) return;
      try {
        folder();
      } catch (error) {
        throw storageFailure(error);
      }
    },
    noteVersion(file) {
      if (file.data().appVersion !== version) file.change((data) => ({ ...data, appVersion: version }));
    },
  };
}
