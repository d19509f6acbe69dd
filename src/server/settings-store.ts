/** Settings on disk through conf: one JSON object, replaced atomically, readable by its owner only. */
import { basename, dirname, extname } from 'node:path';
import Conf from 'conf';
import type { SettingsStore } from '#core/environment.ts';

/** Opens the file at `path`, which the core has made sure is valid JSON or absent. */
export function openSettings(path: string): SettingsStore {
  const extension = extname(path);
  const store = new Conf<Record<string, unknown>>({
    cwd: dirname(path),
    configName: basename(path, extension),
    fileExtension: extension.slice(1),
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  return {
    read: () => store.store,
    write(settings) {
      store.store = settings;
    },
  };
}
