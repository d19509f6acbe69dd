/** What the console may know of the host it runs in: capabilities and state, never the platform's name. */
import { z } from 'zod';
import { BaseUrl } from './account.ts';

export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof Language>;

export const Settings = z.object({
  language: z.enum(['auto', 'zh-CN', 'en']).default('auto'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** The callback listener's port; 0 = any free port. */
  callbackPort: z.number().int().min(0).max(65535).default(0),
  /** Interface the callback listener binds: loopback, or every interface so that phones in the LAN reach it. */
  callbackHost: z.string().min(1).max(255).default('127.0.0.1'),
  /** What phones call this host by, unless an account says otherwise. */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /**
   * What to do with secrets where the keychain is weak or missing: seal them with what there is (`weak`), or
   * hold them in memory only (`memory`). Until somebody decides, none is stored.
   */
  withoutKeychain: z.enum(['undecided', 'weak', 'memory']).default('undecided'),
  /** Scans and look-ups older than this many days are deleted; null keeps them. */
  keepDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** The console shows openids by their first and last characters until somebody asks. */
  maskOpenids: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsPatch = z.object({
  language: z.enum(['auto', 'zh-CN', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  callbackPort: z.number().int().min(0).max(65535).optional(),
  callbackHost: z.string().min(1).max(255).optional(),
  publicUrl: BaseUrl.nullable().optional(),
  withoutKeychain: z.enum(['undecided', 'weak', 'memory']).optional(),
  keepDays: z.number().int().min(1).max(3650).nullable().optional(),
  maskOpenids: z.boolean().optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;

/** The console asks for these instead of asking which host it runs in. */
export const Capabilities = z.object({
  /** Secrets are sealed by the operating system's keychain. */
  secretsInKeychain: z.boolean(),
  /** Links open outside, in the system's browser. */
  openExternal: z.boolean(),
  boardWindow: z.boolean(),
  /** In kiosk mode its window fills the screen and cannot be closed. */
  kioskWindow: z.boolean(),
  /** It has a menu and a tray of its own, which send the console commands. */
  tray: z.boolean(),
  /** Other systems on this machine can read an account's token here, with a key of their own. */
  tokenService: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;

/** The screens a menu or a link can lead to. */
export const ConsoleScreen = z.enum([
  'desk',
  'lookup',
  'followers',
  'records',
  'accounts',
  'doctor',
  'settings',
]);
export type ConsoleScreen = z.infer<typeof ConsoleScreen>;

/** What the host's own menus, tray and links ask of the console. */
export const Command = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('navigate'), screen: ConsoleScreen }),
  z.object({ kind: z.literal('palette') }),
]);
export type Command = z.infer<typeof Command>;

/** `weak` = a fixed key only hides secrets from a glance; `unavailable` = nothing can be sealed. */
export const VaultState = z.enum(['ok', 'weak', 'unavailable']);
export type VaultState = z.infer<typeof VaultState>;

export const CallbackState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('listening'), url: z.string(), port: z.number() }),
  z.object({
    state: z.literal('failed'),
    code: z.enum(['PORT_IN_USE', 'PORT_FORBIDDEN', 'ADDRESS_UNKNOWN', 'LISTEN_FAILED']),
    port: z.number(),
    /** A free port that could be used instead. */
    offeredPort: z.number().nullable(),
  }),
]);
export type CallbackState = z.infer<typeof CallbackState>;

/** Things an operator must know that no single screen owns; wording in `renderer/text`. */
export const Notice = z.enum([
  'settings_restored',
  'settings_lost',
  'settings_newer',
  'storage_full',
  'storage_read_only',
  'token_taken',
]);
export type Notice = z.infer<typeof Notice>;

export const HostStatus = z.object({
  version: z.string(),
  capabilities: Capabilities,
  vault: z.object({
    state: VaultState,
    backend: z.string(),
    /** True while somebody has to say what becomes of secrets here. */
    undecided: z.boolean(),
  }),
  callback: CallbackState,
  /** The bundled simulator's address, or null when it does not run. */
  sandboxUrl: z.string().nullable(),
  dataFolder: z.string(),
  notices: z.array(Notice),
});
export type HostStatus = z.infer<typeof HostStatus>;
