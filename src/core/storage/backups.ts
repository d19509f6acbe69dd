/**
 * The `backups` folder: `settings-00000042.json` for each of the last changes, and `before-1.2.0` for what was
 * there before another FollowDesk took over. What could not be read lies beside them, as it was found.
 */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type SettingsData, SettingsFileSchema } from './settings-schema.ts';

const CHANGES_KEPT = 5;
const CHANGE = /^settings-(\d+)\.json$/;
const UPGRADE = /^before-[\w.+-]{1,80}$/;

export interface BackupFile {
  /** The file's name, or its folder's for an upgrade's. */
  name: string;
  path: string;
  kind: 'change' | 'upgrade';
  /** Milliseconds since the epoch. */
  savedAt: number;
}

/** The settings in this file, or null when they are none of ours. */
export function readSettings(path: string): SettingsData | null {
  try {
    return SettingsFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Names of the kept changes, oldest first. */
export function keptChanges(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => CHANGE.test(name))
    .sort();
}

/** Keeps a copy of the settings file and drops the oldest beyond five. */
export function keepChange(settingsPath: string, folder: string): void {
  if (!existsSync(settingsPath)) return;
  const kept = keptChanges(folder);
  const newest = Number(CHANGE.exec(kept.at(-1) ?? '')?.[1] ?? 0);
  // Numbers, not times: a clock that was set back must not make the newest look old.
  copyFileSync(settingsPath, join(folder, `settings-${String(newest + 1).padStart(8, '0')}.json`));
  for (const name of kept.slice(0, Math.max(0, kept.length - CHANGES_KEPT + 1))) rmSync(join(folder, name));
}

/** Folders kept before upgrades, the latest first. */
export function keptUpgrades(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isDirectory() && UPGRADE.test(found.name))
    .map(({ name }) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at)
    .map(({ name }) => name);
}

/** Everything that can be gone back to, the latest first. */
export function backupFiles(folder: string): BackupFile[] {
  const changes = keptChanges(folder)
    .reverse()
    .map((name) => ({ name, path: join(folder, name), kind: 'change' as const }));
  const upgrades = keptUpgrades(folder)
    .map((name) => ({ name, path: join(folder, name, 'settings.json'), kind: 'upgrade' as const }))
    .filter(({ path }) => existsSync(path));
  return [...changes, ...upgrades]
    .map((file) => ({ ...file, savedAt: Math.round(statSync(file.path).mtimeMs) }))
    .sort((one, other) => other.savedAt - one.savedAt);
}

/** Replaces a file as a whole and leaves its time: it still tells when it was saved. */
function rewrite(path: string, text: string): void {
  const { atime, mtime } = statSync(path);
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  utimesSync(`${path}.new`, atime, mtime);
  renameSync(`${path}.new`, path);
}

/**
 * Takes the secrets that `opens` out of every file in the folder, also out of those that are no longer valid
 * JSON: it looks for the texts themselves.
 */
export function dropSealed(folder: string, opens: (sealed: string) => boolean): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.json$/.test(name),
  );
  for (const path of files.map((name) => join(folder, name))) {
    const text = readFileSync(path, 'utf8');
    const cleaned = text.replace(/("sealed\w+"\s*:\s*)"([^"\\]*)"/g, (found, key: string, sealed: string) =>
      opens(sealed) ? `${key}null` : found,
    );
    if (cleaned !== text) rewrite(path, cleaned);
  }
}
