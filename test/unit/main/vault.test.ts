/** The keychain's vault: its states told apart, and the ways in which a sealed text does not open. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { VaultUnavailable } from '#core/errors.ts';
import { createVault } from '#main/vault.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/** safeStorage as Electron documents it: basic_text seals only once told to, and a foreign key cannot open. */
function safeStorageWith(backend: Backend, keyring: { key?: number; locked?: boolean } = {}) {
  let plainTextAllowed = false;
  const bytes = Buffer.alloc(32, keyring.key ?? 1);
  return {
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption(use: boolean) {
      plainTextAllowed = use;
    },
    isEncryptionAvailable: () => keyring.locked !== true && (backend !== 'basic_text' || plainTextAllowed),
    encryptString(plain: string) {
      const cipher = createCipheriv('aes-256-gcm', bytes, Buffer.alloc(12));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([cipher.getAuthTag(), body]);
    },
    decryptString(sealed: Buffer) {
      const cipher = createDecipheriv('aes-256-gcm', bytes, Buffer.alloc(12));
      cipher.setAuthTag(sealed.subarray(0, 16));
      return cipher.update(sealed.subarray(16), undefined, 'utf8') + cipher.final('utf8');
    },
  };
}

describe('the keychain’s vault', () => {
  it('opens what it sealed, and what it sealed does not show the secret', () => {
    const vault = createVault(safeStorageWith('gnome_libsecret'), 'linux');
    const sealed = vault.seal('s3cret 密钥');
    expect(sealed).toMatch(/^es2:[\w-]+$/);
    expect(sealed).not.toContain(Buffer.from('s3cret').toString('base64').slice(0, 6));
    expect(vault.open(sealed)).toEqual({ state: 'ok', plain: 's3cret 密钥' });
    expect(vault.status()).toEqual({ state: 'ok', backend: 'gnome_libsecret' });
  });

  it('names the keychain of each system', () => {
    expect(createVault(safeStorageWith('unknown'), 'darwin').status().backend).toBe('keychain');
    expect(createVault(safeStorageWith('unknown'), 'win32').status().backend).toBe('dpapi');
  });

  it('calls a fixed key weak', () => {
    const vault = createVault(safeStorageWith('basic_text'), 'linux');
    expect(vault.status()).toEqual({ state: 'weak', backend: 'basic_text' });
    expect(vault.open(vault.seal('s3cret'))).toEqual({ state: 'ok', plain: 's3cret' });
  });

  it('refuses to seal when nothing here can, and opens again once it is unlocked', () => {
    const sealed = createVault(safeStorageWith('kwallet6'), 'linux').seal('s3cret');
    const keyring = { locked: true };
    const vault = createVault(safeStorageWith('kwallet6', keyring), 'linux');
    expect(vault.status().state).toBe('unavailable');
    expect(() => vault.seal('s3cret')).toThrow(VaultUnavailable);
    expect(vault.open(sealed)).toEqual({ state: 'unreadable' });
    keyring.locked = false;
    expect(vault.status().state).toBe('ok');
    expect(vault.open(sealed)).toEqual({ state: 'ok', plain: 's3cret' });
  });

  it('says that it cannot seal when the keyring refuses at the last moment', () => {
    const storage = safeStorageWith('kwallet6');
    const refusing = {
      ...storage,
      encryptString: (): Buffer => {
        throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
      },
    };
    expect(() => createVault(refusing, 'linux').seal('s3cret')).toThrow(VaultUnavailable);
  });

  it('opens what was sealed before texts had a check', () => {
    const storage = safeStorageWith('kwallet6');
    const sealed = `es1:${storage.encryptString('s3cret').toString('base64')}`;
    expect(createVault(storage, 'linux').open(sealed)).toEqual({ state: 'ok', plain: 's3cret' });
    const elsewhere = createVault(safeStorageWith('kwallet6', { key: 2 }), 'linux');
    expect(elsewhere.open(sealed)).toEqual({ state: 'unreadable' });
  });

  it('calls a text damaged when any of its bytes is another', () => {
    const vault = createVault(safeStorageWith('kwallet6'), 'linux');
    const bytes = Buffer.from(vault.seal('s3cret').slice(4), 'base64url');
    for (const [place, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[place] = byte ^ 1;
      expect(vault.open(`es2:${changed.toString('base64url')}`)).toEqual({ state: 'corrupt' });
    }
  });

  it.each([
    [
      'another user’s key',
      createVault(safeStorageWith('kwallet6', { key: 2 }), 'linux').seal('s3cret'),
      'unreadable',
    ],
    ['the headless vault’s format', 'fd2:AAAA', 'unreadable'],
    ['a later format', 'es3:AAAA', 'unreadable'],
    ['a text that broke off', 'es2:AAAA', 'corrupt'],
    ['no text', 'es2:', 'corrupt'],
    ['a plain secret', 's3cret', 'corrupt'],
  ])('says what is wrong with %s', (_name, sealed, state) => {
    expect(createVault(safeStorageWith('kwallet6'), 'linux').open(sealed)).toEqual({ state });
  });
});
