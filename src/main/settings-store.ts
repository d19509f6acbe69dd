/** Settings on disk through electron-store: the same file, kept the same way, as without Electron. */
import ElectronStore from 'electron-store';
import type { SettingsStore } from '#core/environment.ts';
import { placeOf, settingsStoreOver } from '#server/settings-store.ts';

/** Opens the file at `path`, which the core has made sure is valid JSON or absent. */
export function openSettings(path: string): SettingsStore {
  const { configName: name, ...place } = placeOf(path);
  return settingsStoreOver(new ElectronStore<Record<string, unknown>>({ ...place, name }));
}
