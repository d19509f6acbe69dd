/**
 * `safeStorage` with a keyring whose state a spec chooses by ELECTRON_STANDIN_KEYRING: `ok`, `unavailable`,
 * `basic_text` (no keyring: a fixed key) or `cannot_decrypt` (another user's keyring: what was sealed before
 * stays shut). Unset, it is as on Linux: basic_text when Playwright's loader asked for it, else ok.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { app } from '../app/app.ts';
import { switches } from '../command-line.ts';
import { missing, strict } from '../strict.ts';

const KEYRINGS = ['ok', 'unavailable', 'basic_text', 'cannot_decrypt'] as const;
type Keyring = (typeof KEYRINGS)[number];

/** Electron's headers: v10 under the fixed key, v11 under a keyring's. */
const HEADER_BYTES = 3;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

let plainTextAllowed = false;
let key: Buffer | undefined;

function keyring(): Keyring {
  const asked = process.env.ELECTRON_STANDIN_KEYRING;
  if (asked === undefined) return switches.get('password-store') === 'basic' ? 'basic_text' : 'ok';
  return KEYRINGS.find((known) => known === asked) ?? missing(`a keyring that is "${asked}"`);
}

function isEncryptionAvailable(): boolean {
  const state = keyring();
  return app.isReady() && state !== 'unavailable' && (state !== 'basic_text' || plainTextAllowed);
}

/** The same at every start, as a keyring's is, except where it is to be another one. */
function sealingKey(): Buffer {
  const state = keyring();
  key ??= state === 'cannot_decrypt' ? randomBytes(32) : scryptSync(state, 'stand-in', 32);
  return key;
}

function demand(verb: string, method: string): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
  if (isEncryptionAvailable()) return;
  throw new Error(`Error while ${verb} provided to safeStorage.${method}. Encryption is not available.`);
}

export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable,
  getSelectedStorageBackend(): ReturnType<Electron.SafeStorage['getSelectedStorageBackend']> {
    if (!app.isReady() || keyring() === 'unavailable') return 'unknown';
    return keyring() === 'basic_text' ? 'basic_text' : 'gnome_libsecret';
  },
  setUsePlainTextEncryption(allowed: boolean): void {
    plainTextAllowed = allowed;
  },
  encryptString(plain: string): Buffer {
    demand('encrypting the text', 'encryptString');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const header = Buffer.from(keyring() === 'basic_text' ? 'v10' : 'v11');
    return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
  },
  decryptString(sealed: Buffer): string {
    demand('decrypting the ciphertext', 'decryptString');
    try {
      const tagAt = HEADER_BYTES + NONCE_BYTES;
      const bodyAt = tagAt + TAG_BYTES;
      const cipher = createDecipheriv('aes-256-gcm', sealingKey(), sealed.subarray(HEADER_BYTES, tagAt));
      cipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
      return Buffer.concat([cipher.update(sealed.subarray(bodyAt)), cipher.final()]).toString('utf8');
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    }
  },
});
