/** What the settings file may hold. Secrets are in it only as the vault sealed them. */
import { z } from 'zod';
import { AccountKind } from '#shared/model/account.ts';
import { BoardSettings } from '#shared/model/board.ts';
import { Entry } from '#shared/model/entry.ts';
import { Settings } from '#shared/model/host.ts';
import { LockAfterMinutes } from '#shared/model/lock.ts';
import { TokenMode } from '#shared/model/token.ts';

const StoredSharedToken = z.object({
  url: z.string(),
  tokenPointer: z.string(),
  expiryPointer: z.string().nullable(),
  sealedBearer: z.string().nullable(),
});
export type StoredSharedToken = z.infer<typeof StoredSharedToken>;

const StoredNetwork = z.object({
  proxyUrl: z.string().nullable().default(null),
  proxyUser: z.string().nullable().default(null),
  sealedProxyPassword: z.string().nullable().default(null),
  connectSeconds: z.number().default(3),
  callSeconds: z.number().default(8),
});
export type StoredNetwork = z.infer<typeof StoredNetwork>;

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
  kind: AccountKind.nullable().default(null),
  sharedToken: StoredSharedToken.nullable().default(null),
  /** SHA-256 of the key with which other systems may read this account's token; null = none may. */
  tokenKeyDigest: z.string().nullable().default(null),
  sandbox: z.boolean(),
});
export type StoredAccount = z.infer<typeof StoredAccount>;

/** A digest of the PIN, never the PIN: scrypt with a salt of its own, both as base64. */
const StoredPin = z.object({ salt: z.base64(), digest: z.base64() });
export type StoredPin = z.infer<typeof StoredPin>;

const StoredLock = z.object({
  pin: StoredPin.nullable().default(null),
  lockAfterMinutes: LockAfterMinutes.default(5),
  isKiosk: z.boolean().default(false),
});
export type StoredLock = z.infer<typeof StoredLock>;

/** The layout of the file; a higher number is a later FollowDesk's. */
export const SETTINGS_VERSION = 1;

export const SettingsFileSchema = z.object({
  version: z.literal(SETTINGS_VERSION).default(SETTINGS_VERSION),
  /** The FollowDesk that wrote it last; another one keeps a copy before it writes. */
  appVersion: z.string().nullable().default(null),
  network: StoredNetwork.prefault({}),
  settings: Settings.prefault({}),
  accounts: z.array(StoredAccount).default([]),
  entries: z.array(Entry).default([]),
  board: BoardSettings.prefault({}),
  /** SHA-256 of the key with which a browser that is not signed in may show the board; null = none may. */
  boardKeyDigest: z.string().nullable().default(null),
  lock: StoredLock.prefault({}),
  /** True while a weak vault may have sealed some of these: a good one seals them anew. */
  weaklySealed: z.boolean().default(false),
  /** Sealed key that signs states and digests codes. */
  sealedStateKey: z.string().nullable().default(null),
});
export type SettingsData = z.infer<typeof SettingsFileSchema>;
