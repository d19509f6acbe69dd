import { expect, test } from 'vitest';
import { describeBackend } from '#renderer/settings/vault-words.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

/** What the vaults of both hosts call themselves; Linux names come from Electron's safeStorage. */
const BACKENDS = [
  ...['keychain', 'dpapi', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'basic_text', 'unknown'],
  ...['key-file', 'master-key'],
];

test.each(LANGUAGES)('each backend has a plain name in %s', (language) => {
  const names = BACKENDS.map((backend) => describeBackend(textOf(language), backend));
  expect(names.every(isWorded)).toBe(true);
  expect(new Set(names).size).toBe(BACKENDS.length);
  expect(names).not.toContain('gnome_libsecret');
});

test('a backend nobody has named yet shows as it is called', () => {
  expect(describeBackend(textOf('en'), 'kwallet7')).toBe('kwallet7');
});
