/**
 * Secrets at rest on the desktop: sealed by the operating system's keychain through `safeStorage`. The rule: the
 * state is told as it is (a fixed key is `weak`, never `ok`), and what cannot be opened is an answer, not an error:
 * damaged bytes are `corrupt`, intact ones that this keychain cannot open are `unreadable`.
 * @see https://www.electronjs.org/docs/latest/api/safe-storage
 */
import type { SafeStorage } from 'electron';
import type { Opened, Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';
import { fromCheckedText, stateOfForeign, toCheckedText } from '#server/checked-text.ts';
import type { VaultState } from '#shared/model/host.ts';

/** Says which format a sealed text is in; another format is another header, never a guess. */
const HEADER = 'es2:';
/** base64 of the bytes and no check, as FollowDesk sealed before. */
const UNCHECKED_HEADER = 'es1:';

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
  // Without a keyring Electron neither seals nor opens unless told that its fixed key will do. Whether anything
  // may be sealed with it is the operator's decision, and the core's to keep (core/vault-policy.ts).
  if (weak) safeStorage.setUsePlainTextEncryption(true);

  // Asked every time: a keyring can be unlocked, or its daemon can die, while the app runs.
  function state(): VaultState {
    if (!safeStorage.isEncryptionAvailable()) return 'unavailable';
    return weak ? 'weak' : 'ok';
  }

  function decrypt(bytes: Buffer): Opened {
    if (state() === 'unavailable') return { state: 'unreadable' };
    try {
      return { state: 'ok', plain: safeStorage.decryptString(bytes) };
    } catch {
      return { state: 'unreadable' };
    }
  }

  return {
    status: () => ({ state: state(), backend }),
    seal(plain) {
      if (state() === 'unavailable') throw new VaultUnavailable(backend);
      try {
        return toCheckedText(HEADER, safeStorage.encryptString(plain));
      } catch {
        // The keyring went away this moment, or its owner said no.
        throw new VaultUnavailable(backend);
      }
    },
    open(sealed) {
      if (sealed.startsWith(UNCHECKED_HEADER))
        return decrypt(Buffer.from(sealed.slice(UNCHECKED_HEADER.length), 'base64'));
      if (!sealed.startsWith(HEADER)) return stateOfForeign(sealed);
      const bytes = fromCheckedText(HEADER, sealed);
      return bytes === null ? { state: 'corrupt' } : decrypt(bytes);
    },
  };
}
