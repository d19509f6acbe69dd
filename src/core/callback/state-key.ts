/** The key that signs states: made once, sealed in the settings file, the same after a restart. */
import { randomBytes } from 'node:crypto';
import type { Vault } from '../environment.ts';
import { VaultUnavailable, VaultUndecided } from '../errors.ts';
import type { SettingsFile } from '../storage/settings-file.ts';

/** Where nothing can or may be sealed, or the key cannot be opened, a new one serves: codes on screen live ten minutes at most. */
export function openStateKey(file: SettingsFile, vault: Vault): Buffer {
  const sealed = file.data().sealedStateKey;
  const opened = sealed === null ? null : vault.open(sealed);
  if (opened?.state === 'ok') return Buffer.from(opened.plain, 'base64url');
  const key = randomBytes(32);
  try {
    const sealedStateKey = vault.seal(key.toString('base64url'));
    file.change((data) => ({ ...data, sealedStateKey }));
  } catch (error) {
    if (!(error instanceof VaultUnavailable || error instanceof VaultUndecided)) throw error;
  }
  return key;
}
