/**
 * Secrets at rest without a keychain: AES-256-GCM under a key that is not in the settings file. The rule: what
 * another key sealed, or what somebody touched, opens to null and to nothing else.
 *
 * A sealed text is `fd1:` and base64url of salt (16) · nonce (12) · tag (16) · ciphertext.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '#core/environment.ts';
import { VaultUnavailable } from '#core/errors.ts';

const header = 'fd1:';
const algorithm = 'aes-256-gcm';
const saltSize = 16;
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

  return {
    status: () => ({ state: keyFor(lastSalt) === null ? 'unavailable' : 'ok', backend }),
    seal(plain) {
      const salt = lastSalt;
      const key = keyFor(salt);
      if (key === null) throw new VaultUnavailable(backend);
      const nonce = randomBytes(nonceSize);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(header));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return header + Buffer.concat([salt, nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed) {
      if (!sealed.startsWith(header)) return null;
      const bytes = Buffer.from(sealed.slice(header.length), 'base64url');
      const salt = bytes.subarray(0, saltSize);
      const nonce = bytes.subarray(saltSize, saltSize + nonceSize);
      const tag = bytes.subarray(saltSize + nonceSize, saltSize + nonceSize + tagSize);
      const text = bytes.subarray(saltSize + nonceSize + tagSize);
      const key = tag.length === tagSize ? keyFor(salt) : null;
      if (key === null) return null;
      try {
        const decipher = createDecipheriv(algorithm, key, nonce).setAAD(Buffer.from(header)).setAuthTag(tag);
        const plain = Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
        // One salt for a whole folder: the next start stretches once, not once per secret.
        lastSalt = Buffer.from(salt);
        return plain;
      } catch {
        return null;
      }
    },
  };
}
