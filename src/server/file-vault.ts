/**
 * Secrets at rest without a keychain: AES-256-GCM under a key that is not in the settings file. The rule: what
 * another key sealed is `unreadable`, what somebody touched is `corrupt`, and neither opens.
 *
 * A sealed text is `fd2:` and base64url of check (8) · salt (16) · key's fingerprint (8) · nonce (12) · tag (16) ·
 * ciphertext; `fd1:`, as before, has neither check nor fingerprint.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Opened, Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';
import { fromCheckedText, stateOfForeign, toCheckedText } from './checked-text.ts';

const header = 'fd2:';
const uncheckedHeader = 'fd1:';
const algorithm = 'aes-256-gcm';
const saltSize = 16;
const fingerprintSize = 8;
const nonceSize = 12;
const tagSize = 16;
const keySize = 32;
/** 32 MB and some 50 ms per salt: dear for who guesses passphrases, unnoticed by who has one. */
const stretching = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** The key that goes with a salt, or null when there is none to be had. */
type KeyFor = (salt: Buffer) => Buffer | null;

/** Stretching is slow on purpose, and few salts are ever in use: each is stretched once. */
function remember(derive: KeyFor): KeyFor {
  const derived = new Map<string, Buffer>();
  return (salt) => {
    const name = salt.toString('base64');
    const key = derived.get(name) ?? derive(salt);
    if (key !== null) derived.set(name, key);
    return key;
  };
}

/** Recognises a key and says nothing of it. */
function fingerprintOf(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'followdesk fingerprint', fingerprintSize));
}

/** nonce · tag · ciphertext; the header is part of what is authenticated. */
function encrypt(key: Buffer, aad: string, plain: string): Buffer {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(aad));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Null when it is not what this key encrypted. */
function decrypt(key: Buffer, aad: string, bytes: Buffer): string | null {
  const nonce = bytes.subarray(0, nonceSize);
  const tag = bytes.subarray(nonceSize, nonceSize + tagSize);
  if (tag.length !== tagSize) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(aad)).setAuthTag(tag);
    const text = bytes.subarray(nonceSize + tagSize);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function readKeyFile(path: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    // A copy or a backup may have loosened it.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return key.length === keySize ? key : null;
  } catch {
    return null;
  }
}

/** Only where there is none: a key that cannot be read today may be mended, one that is replaced is gone. */
function makeKeyFile(path: string): void {
  const aside = `${path}.new`;
  try {
    if (existsSync(path)) return;
    rmSync(aside, { force: true });
    writeFileSync(aside, randomBytes(keySize).toString('base64url'), { mode: 0o600, flush: true });
    renameSync(aside, path);
  } catch {
    // Whether there is a key now is told by reading it.
  }
}

/**
 * `masterKey` is any text (FOLLOWDESK_MASTER_KEY); without it the key is `master.key` in the data folder, made
 * when first needed and readable by its owner only.
 */
export function createFileVault({
  dataFolder,
  masterKey,
}: {
  dataFolder: string;
  masterKey: string | undefined;
}): Vault {
  const backend = masterKey === undefined ? 'key-file' : 'master-key';
  const keyFile = join(dataFolder, 'master.key');
  let lastSalt = randomBytes(saltSize);

  function fromKeyFile(salt: Buffer): Buffer | null {
    makeKeyFile(keyFile);
    const key = readKeyFile(keyFile);
    return key && Buffer.from(hkdfSync('sha256', key, salt, 'followdesk vault', keySize));
  }

  const keyFor = remember((salt) =>
    masterKey === undefined ? fromKeyFile(salt) : scryptSync(masterKey, salt, keySize, stretching),
  );

  /** Opens what begins with its salt, under this vault's key. */
  function openWith(key: Buffer, aad: string, salt: Buffer, rest: Buffer): string | null {
    const plain = decrypt(key, aad, rest);
    // One salt for a whole folder: the next start stretches once, not once per secret.
    if (plain !== null) lastSalt = Buffer.from(salt);
    return plain;
  }

  function openUnchecked(bytes: Buffer): Opened {
    const salt = bytes.subarray(0, saltSize);
    const key = keyFor(salt);
    const plain = key && openWith(key, uncheckedHeader, salt, bytes.subarray(saltSize));
    return plain === null ? { state: 'unreadable' } : { state: 'ok', plain };
  }

  function openChecked(bytes: Buffer): Opened {
    const salt = bytes.subarray(0, saltSize);
    const fingerprint = bytes.subarray(saltSize, saltSize + fingerprintSize);
    const key = keyFor(salt);
    if (key === null || !fingerprintOf(key).equals(fingerprint)) return { state: 'unreadable' };
    const plain = openWith(key, header, salt, bytes.subarray(saltSize + fingerprintSize));
    return plain === null ? { state: 'corrupt' } : { state: 'ok', plain };
  }

  return {
    status: () => ({ state: keyFor(lastSalt) === null ? 'unavailable' : 'ok', backend }),
    seal(plain) {
      const salt = lastSalt;
      const key = keyFor(salt);
      if (key === null) throw new VaultUnavailable(backend);
      return toCheckedText(header, Buffer.concat([salt, fingerprintOf(key), encrypt(key, header, plain)]));
    },
    open(sealed) {
      if (sealed.startsWith(uncheckedHeader))
        return openUnchecked(Buffer.from(sealed.slice(uncheckedHeader.length), 'base64url'));
      if (!sealed.startsWith(header)) return stateOfForeign(sealed);
      const bytes = fromCheckedText(header, sealed);
      return bytes === null ? { state: 'corrupt' } : openChecked(bytes);
    },
  };
}
