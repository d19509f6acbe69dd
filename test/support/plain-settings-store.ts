/** A settings store over a plain file, as simple as one can be. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SettingsStore } from '#core/environment.ts';

export function plainSettingsStore(path: string): SettingsStore {
  return {
    read: () => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}),
    write: (settings) => writeFileSync(path, JSON.stringify(settings)),
  };
}
