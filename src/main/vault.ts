/**
 * Secrets at rest on the desktop: sealed by the operating system's keychain through `safeStorage`. The rule: the
 * state is told as it is (a fixed key is `weak`, never `ok`), and what cannot be opened is null, not an error.
 * @see https://www.electronjs.org/docs/latest/api/safe-storage
 */
import type { SafeStorage } from 'electron';
import type { Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';
import type { VaultState } from '#shared/model/host.ts';

/** Says which format a sealed text is in; another format is another header, never a guess. */
const HEADER = 'es1:';

const KEYCHAINS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'keychain',
  win32: 'dpapi',
};

/**
 * Only after the app is ready: before that Electron knows of no keychain. The synchronous calls are used
 * because the core seals inside synchronous writes; Electron keeps them beside the asynchronous ones.
 */
export function createVault(
  safeStorage: Pick<
    SafeStorage,
    | 'isEncryptionAvailable'
    | 'getSelectedStorageBackend'
    | 'setUsePlainTextEncryption'
    | 'encryptString'
    | 'decryptString'
  >,
  platform: NodeJS.Platform,
): Vault {
  const backend = KEYCHAINS[platform] ?? safeStorage.getSelectedStorageBackend();
  const weak = backend === 'basic_text';
  // Without a keyring Electron refuses to seal unless told that its fixed key will do; the console says so on screen.
  if (weak) safeStorage.setUsePlainTextEncryption(true);

  // Asked every time: a keyring can be unlocked, or its daemon can die, while the app runs.
  function state(): VaultState {
    if (!safeStorage.isEncryptionAvailable()) return 'unavailable';
    return weak ? 'weak' : 'ok';
  }

  return {
    status: () => ({ state: state(), backend }),
    seal(plain) {
      if (state() === 'unavailable') throw new VaultUnavailable(backend);
      return HEADER + safeStorage.encryptString(plain).toString('base64');
    },
    open(sealed) {
      if (!sealed.startsWith(HEADER) || state() === 'unavailable') return null;
      try {
        return safeStorage.decryptString(Buffer.from(sealed.slice(HEADER.length), 'base64'));
      } catch {
        return null;
      }
    },
  };
}
