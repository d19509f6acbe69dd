/** The vault without a keychain: what it seals, and all the ways in which it must refuse to open. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VaultUnavailable } from '#core/errors.ts';
import { toCheckedText } from '#server/checked-text.ts';
import { createFileVault } from '#server/file-vault.ts';

const secret = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';
const found = { state: 'ok', plain: secret };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'followdesk-vault-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe.each([
  ['with a key file', undefined, 'key-file'],
  ['with a master key', '天王盖地虎', 'master-key'],
])('%s', (_name, masterKey, backend) => {
  test('opens what an earlier start sealed', () => {
    const dataFolder = folder();
    const sealed = createFileVault({ dataFolder, masterKey }).seal(secret);
    const vault = createFileVault({ dataFolder, masterKey });
    expect(vault.open(sealed)).toEqual(found);
    expect(vault.status()).toEqual({ state: 'ok', backend });
  });

  test('seals the same text differently each time, behind a versioned header', () => {
    const vault = createFileVault({ dataFolder: folder(), masterKey });
    const [first, second] = [vault.seal(secret), vault.seal(secret)];
    expect(first).toMatch(/^fd2:[\w-]+$/);
    expect(first).not.toBe(second);
    expect(first + Buffer.from(first.slice(4), 'base64url').toString('latin1')).not.toContain(secret);
  });

  test('what was changed, at any place, is corrupt', () => {
    const vault = createFileVault({ dataFolder: folder(), masterKey });
    const bytes = Buffer.from(vault.seal(secret).slice(4), 'base64url');
    for (const [place, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes);
      changed[place] = byte ^ 1;
      expect(vault.open(`fd2:${changed.toString('base64url')}`)).toEqual({ state: 'corrupt' });
    }
  });

  test('what was changed by somebody who mended the check is corrupt all the same', () => {
    const vault = createFileVault({ dataFolder: folder(), masterKey });
    const bytes = Buffer.from(vault.seal(secret).slice(4), 'base64url').subarray(8);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(vault.open(toCheckedText('fd2:', bytes))).toEqual({ state: 'corrupt' });
  });

  test.each([
    ['', 'corrupt'],
    ['fd2:', 'corrupt'],
    ['fd2:AAAA', 'corrupt'],
    [secret, 'corrupt'],
    ['fd1:', 'unreadable'],
    ['fd1:AAAA', 'unreadable'],
    ['fd3:AAAA', 'unreadable'],
    ['es1:djEw', 'unreadable'],
  ])('says what is wrong with %j', (sealed, state) => {
    expect(createFileVault({ dataFolder: folder(), masterKey }).open(sealed)).toEqual({ state });
  });
});

test('what was sealed before texts had a check opens, and with another key it is unreadable', () => {
  const dataFolder = folder();
  const sealed = 'fd1:DZbWl3aA6DV5k7LwShqqmbpilAO2wIFYiTqoqzogq-IxMoHBG-4iV9hvyvIp4YQ';
  expect(createFileVault({ dataFolder, masterKey: 'one' }).open(sealed)).toEqual({
    state: 'ok',
    plain: 'old',
  });
  expect(createFileVault({ dataFolder, masterKey: 'two' }).open(sealed)).toEqual({ state: 'unreadable' });
});

test('what another key sealed is unreadable', () => {
  const dataFolder = folder();
  const sealed = createFileVault({ dataFolder, masterKey: 'one' }).seal(secret);
  expect(createFileVault({ dataFolder, masterKey: 'two' }).open(sealed)).toEqual({ state: 'unreadable' });
  expect(createFileVault({ dataFolder, masterKey: undefined }).open(sealed)).toEqual({
    state: 'unreadable',
  });
});

test('a master key leaves no key file behind', () => {
  const dataFolder = folder();
  createFileVault({ dataFolder, masterKey: 'one' }).seal(secret);
  expect(existsSync(join(dataFolder, 'master.key'))).toBe(false);
});

test('the key file is for its owner only, and made so again', () => {
  const dataFolder = folder();
  const path = join(dataFolder, 'master.key');
  const sealed = createFileVault({ dataFolder, masterKey: undefined }).seal(secret);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  expect(createFileVault({ dataFolder, masterKey: undefined }).open(sealed)).toEqual(found);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a damaged key file is kept as it is, and nothing is sealed with another', () => {
  const dataFolder = folder();
  const path = join(dataFolder, 'master.key');
  writeFileSync(path, 'half a k');
  const vault = createFileVault({ dataFolder, masterKey: undefined });
  expect(vault.status()).toEqual({ state: 'unavailable', backend: 'key-file' });
  expect(() => vault.seal(secret)).toThrow(VaultUnavailable);
  expect(readFileSync(path, 'utf8')).toBe('half a k');
});

test('without a folder to write to, the vault says so', () => {
  const vault = createFileVault({ dataFolder: join(folder(), 'absent'), masterKey: undefined });
  expect(vault.status().state).toBe('unavailable');
  expect(() => vault.seal(secret)).toThrow(VaultUnavailable);
});
