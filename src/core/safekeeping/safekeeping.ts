/**
 * Settings kept safe: earlier versions to go back to, and an encrypted file for another machine. The rule: a
 * restore or an import is one change of the settings file: all of it is in force, or none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#shared/model/host.ts';
import type { Backup, ImportReport, SettingsExport, SettingsImport } from '#shared/model/safekeeping.ts';
import type { SecretVault } from '../accounts/secrets.ts';
import type { Environment } from '../environment.ts';
import { ImportRefused, NotFound } from '../errors.ts';
import { type BackupFile, backupFiles, readSettings } from '../storage/backups.ts';
import { ExportContent } from '../storage/export-schema.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { contentOf } from './content.ts';
import { decryptExport, encryptExport } from './export-file.ts';
import { mergeImport } from './merge.ts';
import { restoredData } from './restored-data.ts';

export interface Safekeeping {
  /** The latest first; what is in force at this moment is not among them. */
  backups(): Backup[];
  /** @throws NotFound, StorageFailed, and PortInUse or ListenFailed when the restored callback address cannot be used. */
  restore(name: string): Promise<void>;
  export(password: string): Promise<SettingsExport>;
  /** @throws ImportRefused, VaultUndecided, VaultUnavailable, StorageFailed and changes nothing. */
  import(input: SettingsImport): Promise<ImportReport>;
}

export interface SafekeepingDependencies extends Pick<Environment, 'dataFolder' | 'version' | 'clock'> {
  file: SettingsFile;
  vault: Pick<SecretVault, 'seal' | 'open'>;
  /** Lets the callback listener listen where restored settings say. @throws PortInUse, ListenFailed */
  moveCallback(address: Pick<Settings, 'callbackHost' | 'callbackPort'>): Promise<unknown>;
  /** Called when an account's cached token must not be used again. */
  onCredentialsChanged(accountId: string): void;
}

function describe({ name, path, kind, savedAt }: BackupFile): Backup {
  const data = readSettings(path);
  return {
    name,
    savedAt: new Date(savedAt).toISOString(),
    kind,
    version: data?.appVersion ?? versionIn(path),
    accounts: data?.accounts.length ?? 0,
    entries: data?.entries.length ?? 0,
    valid: data !== null,
  };
}

/** Also a file of a later layout says which FollowDesk wrote it. */
function versionIn(path: string): string | null {
  try {
    const { appVersion } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof appVersion === 'string' ? appVersion : null;
  } catch {
    return null;
  }
}

/** The day as the operator's calendar has it. */
function dayOf(now: number): string {
  const date = new Date(now);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

export function createSafekeeping(dependencies: SafekeepingDependencies): Safekeeping {
  const { file, vault, clock, version, dataFolder, moveCallback, onCredentialsChanged } = dependencies;
  const folder = join(dataFolder, 'backups');

  function files(): BackupFile[] {
    return backupFiles(folder);
  }

  function plain(text: string | null): string | null {
    const opened = text === null ? null : vault.open(text);
    return opened?.state === 'ok' ? opened.plain : null;
  }

  return {
    backups() {
      const present = readFileSync(join(dataFolder, 'settings.json'), 'utf8');
      return files()
        .filter(({ path, kind }) => kind === 'upgrade' || readFileSync(path, 'utf8') !== present)
        .map(describe);
    },
    async restore(name) {
      // Looked for among what is there: a name is never part of a path.
      const backup = files().find((candidate) => candidate.name === name);
      const data = backup && readSettings(backup.path);
      if (!data) throw new NotFound('backup', name);
      const { callbackHost, callbackPort } = data.settings;
      const present = file.data().settings;
      if (callbackHost !== present.callbackHost || callbackPort !== present.callbackPort)
        await moveCallback({ callbackHost, callbackPort });
      const ids = [...file.data().accounts, ...data.accounts].map(({ id }) => id);
      file.change((now) => restoredData(data, now));
      for (const id of new Set(ids)) onCredentialsChanged(id);
    },
    async export(password) {
      const now = clock.now();
      const made = { exportedAt: new Date(now).toISOString(), appVersion: version };
      const text = await encryptExport(contentOf(file.data(), plain), password, made);
      return { fileName: `followdesk-${dayOf(now)}.followdesk`, text };
    },
    async import({ text, password, apply }) {
      const { content: decrypted, exportedAt, appVersion } = await decryptExport(text, password);
      const content = ExportContent.safeParse(decrypted).data;
      // It opened, so it is what FollowDesk wrote, but not what this one understands.
      if (!content) throw new ImportRefused('damaged');
      const merge = (seal: (secret: string) => string) => mergeImport(file.data(), content, seal);
      const merged = merge(apply ? vault.seal : () => 'not sealed');
      if (apply) {
        file.change(() => merged.data);
        for (const id of merged.replaced) onCredentialsChanged(id);
      }
      return { exportedAt, version: appVersion, ...merged.report, applied: apply };
    },
  };
}
