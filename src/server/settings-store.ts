/** Settings on disk through conf: one JSON object, replaced atomically, readable by its owner only. */
import { basename, dirname, extname } from 'node:path';
import Conf from 'conf';
import type { SettingsStore } from '#core/environment.ts';

/** How the file at `path` is kept, by conf and by electron-store (which is one) alike. */
export function placeOf(path: string) {
  const extension = extname(path);
  return {
    cwd: dirname(path),
    configName: basename(path, extension),
    fileExtension: extension.slice(1),
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  };
}

export function settingsStoreOver(file: { store: Record<string, unknown> }): SettingsStore {
  return {
    read: () => file.store,
    write(settings) {
      file.store = settings;
    },
  };
}

/** Opens the file at `path`, which the core has made sure is valid JSON or absent. */
export function openSettings(path: string): SettingsStore {
  return settingsStoreOver(new Conf<Record<string, unknown>>(placeOf(path)));
}
