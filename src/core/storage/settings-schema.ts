/** What the settings file may hold. Secrets are in it only as the vault sealed them. */
import { z } from 'zod';
import { TokenMode } from '#shared/model/account.ts';
import { Entry } from '#shared/model/entry.ts';
import { Settings } from '#shared/model/host.ts';

const StoredAccount = z.object({
  id: z.string(),
  name: z.string(),
  appId: z.string(),
  sealedSecret: z.string().nullable(),
  secretHint: z.string().nullable(),
  publicUrl: z.string().nullable(),
  apiBaseUrl: z.string(),
  authorizeBaseUrl: z.string(),
  tokenMode: TokenMode,
  sandbox: z.boolean(),
});
export type StoredAccount = z.infer<typeof StoredAccount>;

export const SettingsFileSchema = z.object({
  version: z.literal(1).default(1),
  settings: Settings.prefault({}),
  accounts: z.array(StoredAccount).default([]),
  entries: z.array(Entry).default([]),
  /** Sealed key that signs states and digests codes. */
  sealedStateKey: z.string().nullable().default(null),
});
export type SettingsData = z.infer<typeof SettingsFileSchema>;
