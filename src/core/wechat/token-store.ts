/**
 * Tokens outlive a restart, sealed: a fresh start must not cost a token call, and on `classic` must not kill
 * the token other systems are using. Whatever goes wrong here costs one fetch and is never an error.
 */
import type { Clock, Logger, Vault } from '../environment.ts';
import type { TokenFile } from './token-file.ts';

export interface StoredToken {
  /** The account that fetched it. */
  accountId: string;
  token: string;
  /** Milliseconds since the epoch. */
  fetchedAt: number;
  expiresAt: number;
}

/** Live tokens by the fingerprint of the credentials they were fetched with. */
export interface TokenStore {
  get(key: string): StoredToken | null;
  put(key: string, token: StoredToken): void;
  /** Removes this token, whoever fetched it. */
  drop(token: string): void;
  /** Removes every token that this account fetched. */
  forget(accountId: string): void;
}

export function createTokenStore(dependencies: {
  file: TokenFile;
  vault: Vault;
  clock: Clock;
  logger: Logger;
}): TokenStore {
  const { file, vault, clock, logger } = dependencies;
  let loaded: Map<string, StoredToken> | null = null;
  let complained = false;

  function tokens(): Map<string, StoredToken> {
    loaded ??= load();
    return loaded;
  }

  function load(): Map<string, StoredToken> {
    try {
      const sealed = file.read();
      const opened = sealed === null ? null : vault.open(sealed);
      return opened?.state === 'ok' ? parse(opened.plain, clock.now()) : new Map();
    } catch (error) {
      logger.warn({ error: nameOf(error) }, 'the stored tokens cannot be read; new ones will be fetched');
      return new Map();
    }
  }

  function save(): void {
    const now = clock.now();
    for (const [key, { expiresAt }] of tokens()) if (expiresAt <= now) tokens().delete(key);
    try {
      file.write(vault.seal(JSON.stringify({ version: 1, tokens: Object.fromEntries(tokens()) })));
      complained = false;
    } catch (error) {
      if (!complained) logger.warn({ error: nameOf(error) }, 'tokens cannot be stored and stay in memory');
      complained = true;
    }
  }

  function remove(isUnwanted: (token: StoredToken) => boolean): void {
    const keys = [...tokens()].filter(([, token]) => isUnwanted(token)).map(([key]) => key);
    for (const key of keys) tokens().delete(key);
    if (keys.length > 0) save();
  }

  return {
    get: (key) => tokens().get(key) ?? null,
    put(key, token) {
      tokens().set(key, token);
      save();
    },
    drop: (dead) => remove(({ token }) => token === dead),
    forget: (id) => remove(({ accountId }) => accountId === id),
  };
}

function parse(plain: string, now: number): Map<string, StoredToken> {
  const { version, tokens } = JSON.parse(plain) as { version: unknown; tokens: Record<string, unknown> };
  const live = new Map<string, StoredToken>();
  if (version !== 1) return live;
  for (const [key, token] of Object.entries(tokens)) {
    // One from the future was stored before the clock was set back: how old it is, nobody knows.
    if (isStoredToken(token) && token.fetchedAt <= now && token.expiresAt > now) live.set(key, token);
  }
  return live;
}

function isStoredToken(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const { accountId, token, fetchedAt, expiresAt } = value as Partial<StoredToken>;
  return (
    typeof accountId === 'string' &&
    typeof token === 'string' &&
    typeof fetchedAt === 'number' &&
    typeof expiresAt === 'number'
  );
}

/** Never the message: that of a JSON error quotes what it read. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
