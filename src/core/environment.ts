/**
 * What a host supplies to the core: the only way out of it. Electron and the headless server each make one
 * of these, and nothing in `core` knows which.
 */
import type { Capabilities, VaultState } from '#shared/model/host.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Structured logging in pino's order: facts first. Facts never hold a secret, a token, a code or a whole openid. */
export interface Logger {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** `unreadable`: another user, machine or key sealed it · `corrupt`: it is not what was sealed. */
export type Opened = { state: 'ok'; plain: string } | { state: 'unreadable' | 'corrupt' };

/** Seals text for the disk. What cannot be opened is reported as such, kept, and asked for again. */
export interface Vault {
  status(): { state: VaultState; backend: string };
  /** @throws VaultUnavailable when nothing here can seal. */
  seal(plain: string): string;
  /** The plain text, or why there is none. Never throws. */
  open(sealed: string): Opened;
}

/** One JSON object on disk, written atomically (electron-store or conf). */
export interface SettingsStore {
  read(): Record<string, unknown>;
  write(settings: Record<string, unknown>): void;
}

/** The bundled simulator, running. */
export interface RunningSandbox {
  url: string;
  appId: string;
  appSecret: string;
  close(): Promise<void>;
}

export interface Environment {
  version: string;
  /** Settings, scans and sealed tokens live here; one FollowDesk at a time. */
  dataFolder: string;
  capabilities: Capabilities;
  vault: Vault;
  /** Opens the settings file at this path; the core has made sure it is valid JSON or absent. */
  openSettings(path: string): SettingsStore;
  clock: Clock;
  logger: Logger;
  startSandbox(): Promise<RunningSandbox>;
  /** True: there must be a sandbox account from the first moment on. */
  wantsSandbox: boolean;
  /** Command-line choices, which win over stored settings. */
  overrides: {
    callbackHost?: string;
    callbackPort?: number;
    publicUrl?: string;
    /** For tests: where the line at the door begins, and when whoever stands in it is asked to come again. */
    line?: { visitsAtOnce?: number; patienceMs?: number };
  };
}
