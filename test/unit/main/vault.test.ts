import { createCipheriv, createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { VaultUnavailable } from '#core/errors.ts';
import { createVault } from '#main/vault.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/** safeStorage as Electron documents it: basic_text seals only once told to, and a foreign key cannot open. */
function safeStorageWith(backend: Backend, { key = 1, locked = false } = {}) {
  let plainTextAllowed = false;
  const bytes = Buffer.alloc(32, key);
  return {
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption(use: boolean) {
      plainTextAllowed = use;
    },
    isEncryptionAvailable: () => !locked && (backend !== 'basic_text' || plainTextAllowed),
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
    expect(sealed).toMatch(/^es1:[A-Za-z0-9+/]+=*$/);
    expect(sealed).not.toContain(Buffer.from('s3cret').toString('base64').slice(0, 6));
    expect(vault.open(sealed)).toBe('s3cret 密钥');
    expect(vault.status()).toEqual({ state: 'ok', backend: 'gnome_libsecret' });
  });

  it('names the keychain of each system', () => {
    expect(createVault(safeStorageWith('unknown'), 'darwin').status().backend).toBe('keychain');
    expect(createVault(safeStorageWith('unknown'), 'win32').status().backend).toBe('dpapi');
  });

  it('calls a fixed key weak, and seals with it all the same', () => {
    const vault = createVault(safeStorageWith('basic_text'), 'linux');
    expect(vault.status()).toEqual({ state: 'weak', backend: 'basic_text' });
    expect(vault.open(vault.seal('s3cret'))).toBe('s3cret');
  });

  it('refuses to seal when nothing here can', () => {
    const vault = createVault(safeStorageWith('kwallet6', { locked: true }), 'linux');
    expect(vault.status().state).toBe('unavailable');
    expect(() => vault.seal('s3cret')).toThrow(VaultUnavailable);
    expect(vault.open('es1:AAAA')).toBeNull();
  });

  it.each([
    ['another user’s key', createVault(safeStorageWith('kwallet6', { key: 2 }), 'linux').seal('s3cret')],
    ['a mangled text', 'es1:AAAA'],
    ['no text', 'es1:'],
    ['another format', 'es2:AAAA'],
    ['the headless vault’s format', 'v1.AAAA'],
    ['a plain secret', 's3cret'],
  ])('answers null for %s', (_name, sealed) => {
    expect(createVault(safeStorageWith('kwallet6'), 'linux').open(sealed)).toBeNull();
  });
});
