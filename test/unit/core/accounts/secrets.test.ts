/** Secrets under the operator's decision: what is on disk, what is in memory, and what a restart finds. */
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Vault } from '#core/environment.ts';
import { filesContaining, filesHolding } from '../../../support/files-under.ts';
import { openSecrets } from '../../../support/open-secrets.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const PASSWORD = 'proxy-password-that-is-planted';

function open(vault: Vault, folder?: string) {
  const secrets = openSecrets(folder, vault);
  return {
    ...secrets,
    put(password: string) {
      const sealedProxyPassword = secrets.vault.seal(password);
      secrets.file.change((data) => ({ ...data, network: { ...data.network, sealedProxyPassword } }));
    },
    stored: () => secrets.file.data().network.sealedProxyPassword,
    opened() {
      const text = secrets.file.data().network.sealedProxyPassword;
      return text === null ? null : secrets.vault.open(text);
    },
  };
}

const found = { state: 'ok', plain: PASSWORD };

test.each(['weak', 'unavailable'] as const)('a %s vault stores nothing until somebody decides', (state) => {
  const secrets = open(scramblingVault('test', state));
  expect(secrets.vault.status()).toEqual({ state, backend: 'test', undecided: true });
  expect(() => secrets.put(PASSWORD)).toThrow(
    expect.objectContaining({ name: 'VaultUndecided', state, backend: 'test' }),
  );
  expect(() => secrets.spare.seal(PASSWORD)).toThrow(expect.objectContaining({ name: 'VaultUndecided' }));
  expect(filesHolding(secrets.dataFolder, PASSWORD)).toEqual([]);
});

test('weak sealing is not possible where nothing can be sealed: it stays undecided', () => {
  const secrets = open(scramblingVault('test', 'unavailable'));
  secrets.decide('weak');
  expect(secrets.vault.status().undecided).toBe(true);
  expect(() => secrets.put(PASSWORD)).toThrow(expect.objectContaining({ name: 'VaultUndecided' }));
});

test('decided to seal weakly, a secret is there after a restart', () => {
  const secrets = open(scramblingVault('test', 'weak'));
  secrets.decide('weak');
  secrets.put(PASSWORD);
  expect(secrets.vault.isVolatile(secrets.stored())).toBe(false);
  expect(open(scramblingVault('test', 'weak'), secrets.dataFolder).opened()).toEqual(found);
});

test.each(['weak', 'unavailable'] as const)(
  'in memory on a %s vault: works, and is gone afterwards',
  (state) => {
    const secrets = open(scramblingVault('test', state));
    secrets.decide('memory');
    expect(secrets.vault.status().undecided).toBe(false);
    secrets.put(PASSWORD);
    expect(secrets.opened()).toEqual(found);
    expect(secrets.vault.isVolatile(secrets.stored())).toBe(true);
    expect(() => secrets.spare.seal(PASSWORD)).toThrow(expect.objectContaining({ name: 'VaultUnavailable' }));
    expect(filesHolding(secrets.dataFolder, PASSWORD)).toEqual([]);
    expect(readFileSync(join(secrets.dataFolder, 'settings.json'), 'utf8')).not.toContain('memory:');
    expect(open(scramblingVault('test', state), secrets.dataFolder).stored()).toBeNull();
  },
);

test('choosing memory takes weakly sealed secrets off the disk, wherever they lie, and keeps them in use', () => {
  const folder = temporaryFolder();
  const secrets = open(scramblingVault('test', 'weak'), folder);
  secrets.decide('weak');
  secrets.put(PASSWORD);
  const text = readFileSync(join(folder, 'settings.json'), 'utf8');
  mkdirSync(join(folder, 'backups', 'before-9.9.9'));
  const old = join(folder, 'backups', 'before-9.9.9', 'settings.json');
  writeFileSync(old, text);
  utimesSync(old, 1_000_000, 1_000_000);
  writeFileSync(join(folder, 'backups', 'corrupt-1.json'), text.slice(0, -20));
  writeFileSync(join(folder, 'tokens.sealed'), secrets.spare.seal(PASSWORD));
  expect(filesHolding(folder, PASSWORD).length).toBeGreaterThan(4);

  secrets.decide('memory');
  expect(filesHolding(folder, PASSWORD)).toEqual([]);
  expect(secrets.opened()).toEqual(found);
  expect(statSync(old).mtimeMs).toBe(1_000_000_000);
  expect(JSON.parse(readFileSync(old, 'utf8')).network).toMatchObject({ sealedProxyPassword: null });

  secrets.decide('weak');
  expect(open(scramblingVault('test', 'weak'), folder).opened()).toEqual(found);
});

test('an interrupted move off the disk is finished by the next start', () => {
  const secrets = open(scramblingVault('test', 'weak'));
  secrets.decide('weak');
  secrets.put(PASSWORD);
  const path = join(secrets.dataFolder, 'settings.json');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('"withoutKeychain":"weak"', '"withoutKeychain":"memory"'),
  );
  const again = open(scramblingVault('test', 'weak'), secrets.dataFolder);
  expect(again.opened()).toEqual(found);
  expect(filesHolding(secrets.dataFolder, PASSWORD)).toEqual([]);
});

test('choosing memory while the keychain is locked leaves what it sealed for the day it opens', () => {
  const vault = scramblingVault();
  const secrets = open(vault);
  secrets.put(PASSWORD);
  const again = open(scramblingVault('test', 'unavailable'), secrets.dataFolder);
  again.decide('memory');
  expect(again.opened()).toEqual({ state: 'unreadable' });
  expect(open(vault, secrets.dataFolder).opened()).toEqual(found);
});

test('when the keychain is unlocked, the next change seals what was in memory', () => {
  const vault = scramblingVault('test', 'unavailable');
  const secrets = open(vault);
  secrets.decide('memory');
  secrets.put(PASSWORD);
  vault.become('ok');
  expect(secrets.opened()).toEqual(found);
  secrets.file.change((data) => data);
  expect(secrets.vault.isVolatile(secrets.stored())).toBe(false);
  expect(open(scramblingVault(), secrets.dataFolder).opened()).toEqual(found);
});

test('once there is a good keychain, it seals anew what a weak one sealed, and the weak texts are gone', () => {
  const fixed = scramblingVault('fixed', 'weak');
  const secrets = open(fixed);
  secrets.decide('weak');
  secrets.put(PASSWORD);
  writeFileSync(join(secrets.dataFolder, 'tokens.sealed'), secrets.spare.seal('token'));
  expect(filesContaining(secrets.dataFolder, 'sealed:fixed:').length).toBeGreaterThan(2);
  const keychain = scramblingVault('keychain');
  const both = { ...keychain, open: (text: string) => (/:fixed:/.test(text) ? fixed : keychain).open(text) };
  const again = open(both, secrets.dataFolder);
  expect(again.opened()).toEqual(found);
  expect(filesContaining(secrets.dataFolder, 'sealed:fixed:')).toEqual([]);
  expect(open(keychain, secrets.dataFolder).opened()).toEqual(found);
});

test('what did not open while the keychain was locked opens once it is unlocked', () => {
  const vault = scramblingVault();
  const secrets = open(vault);
  secrets.put(PASSWORD);
  vault.become('unavailable');
  const again = open(vault, secrets.dataFolder);
  expect(again.opened()).toEqual({ state: 'unreadable' });
  vault.become('ok');
  expect(again.opened()).toEqual(found);
});
