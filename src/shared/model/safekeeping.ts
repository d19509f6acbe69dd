/** Settings kept safe: earlier versions to go back to, and an encrypted file to carry to another machine. */
import { z } from 'zod';

/** An earlier version of the settings. */
export const Backup = z.object({
  /** Its file's name in the `backups` folder, which is its id. */
  name: z.string(),
  savedAt: z.iso.datetime(),
  /** `change` = kept whenever settings change · `upgrade` = kept before another version of FollowDesk took over. */
  kind: z.enum(['change', 'upgrade']),
  /** The version that wrote it, where it is known. */
  version: z.string().nullable(),
  accounts: z.number(),
  entries: z.number(),
  /** False when it can no longer be read, and so cannot be restored. */
  valid: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** Long enough that guessing it costs more than the accounts are worth. */
export const ExportPassword = z.string().min(10).max(256);

export const SettingsExport = z.object({
  fileName: z.string(),
  /** The whole file: JSON, with everything but its own description encrypted. */
  text: z.string(),
});
export type SettingsExport = z.infer<typeof SettingsExport>;

export const SettingsImport = z.object({
  text: z.string().min(1).max(2_000_000),
  password: z.string().min(1).max(256),
  /** False: only says what would happen. */
  apply: z.boolean(),
});
export type SettingsImport = z.infer<typeof SettingsImport>;

export const ImportReport = z.object({
  /** When and by which version the file was made. */
  exportedAt: z.iso.datetime(),
  version: z.string(),
  accounts: z.array(
    z.object({
      name: z.string(),
      appId: z.string(),
      /** An account is the same when its AppID and API address are. */
      action: z.enum(['added', 'replaced']),
      hasSecret: z.boolean(),
    }),
  ),
  entries: z.object({ added: z.number(), replaced: z.number() }),
  applied: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;
