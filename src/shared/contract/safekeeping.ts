/** Settings kept safe: backups to go back to, and an encrypted file for another machine. */
import { z } from 'zod';
import {
  Backup,
  ExportPassword,
  ImportReport,
  SettingsExport,
  SettingsImport,
} from '../model/safekeeping.ts';
import { procedure } from './errors.ts';

export const safekeeping = {
  /** The latest first. */
  backups: procedure.route({ method: 'GET', path: '/backups' }).output(z.object({ items: z.array(Backup) })),
  /** Puts an earlier version in force; what was in force becomes a backup. */
  restore: procedure
    .route({ method: 'POST', path: '/backups/{name}/restore' })
    .input(z.object({ name: z.string() }))
    .output(z.void()),
  /** Accounts with their secrets, entries and settings, encrypted with the password. Secrets that cannot be opened here are left out. */
  exportSettings: procedure
    .route({ method: 'POST', path: '/settings/export' })
    .input(z.object({ password: ExportPassword }))
    .output(SettingsExport),
  /** Adds what the file holds; accounts and entries that are not in it stay. IMPORT_REFUSED changes nothing. */
  importSettings: procedure
    .route({ method: 'POST', path: '/settings/import' })
    .input(SettingsImport)
    .output(ImportReport),
};
