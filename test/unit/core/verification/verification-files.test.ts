/** WeChat's proofs of domain on a real disk: nothing but such files is ever read, written or removed. */
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NotFound, StorageFailed } from '#core/errors.ts';
import { createVerificationFiles } from '#core/verification/verification-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NAME = 'MP_verify_AbCdEf0123456789.txt';

function open() {
  const folder = temporaryFolder();
  return { folder, files: createVerificationFiles(folder), verify: join(folder, 'verify') };
}

test('the name is enough: the file says what it is called', () => {
  const { files, verify } = open();
  expect(files.list()).toEqual([]);
  expect(files.add({ name: NAME })).toEqual({ name: NAME, text: 'AbCdEf0123456789' });
  expect(files.read(NAME)).toBe('AbCdEf0123456789');
  expect(files.list()).toEqual([{ name: NAME, text: 'AbCdEf0123456789' }]);
  expect(statSync(join(verify, NAME)).mode & 0o777).toBe(0o600);
  expect(statSync(verify).mode & 0o777).toBe(0o700);
});

test('added again, the later text is the one that is served, and nothing is left lying about', () => {
  const { files, verify } = open();
  files.add({ name: NAME, text: 'older' });
  files.add({ name: NAME, text: 'newer' });
  expect(files.read(NAME)).toBe('newer');
  expect(readdirSync(verify)).toEqual([NAME]);
});

test('one put there by hand is served as well; anything else in the folder is none', () => {
  const { files, verify } = open();
  mkdirSync(verify);
  writeFileSync(join(verify, NAME), 'by hand\n');
  writeFileSync(join(verify, 'notes.txt'), 'private');
  expect(files.list()).toEqual([{ name: NAME, text: 'by hand\n' }]);
  expect(files.read('notes.txt')).toBeNull();
});

test.each([
  '../settings.json',
  'MP_verify_../../settings.txt',
  'MP_verify_AAAAAAAA/../../settings.txt',
  '/etc/passwd',
  'MP_verify_AAAAAAAA.txt\0.json',
  'MP_verify_AAAAAAAA.txt\n',
  '',
])('%j is no path', (name) => {
  const { files, folder } = open();
  writeFileSync(join(folder, 'settings.json'), 'secret');
  expect(files.read(name)).toBeNull();
  expect(() => files.add({ name, text: 'x' })).toThrow();
  expect(() => files.remove(name)).toThrow(NotFound);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('removed, it is gone; removed again, it is named', () => {
  const { files } = open();
  files.add({ name: NAME });
  files.remove(NAME);
  expect(files.read(NAME)).toBeNull();
  expect(() => files.remove(NAME)).toThrow(new NotFound('verification_file', NAME));
});

test('beyond twenty the oldest goes, never the one just added', () => {
  const { files, verify } = open();
  const nameOf = (index: number) => `MP_verify_${String(index).padStart(8, '0')}.txt`;
  for (let index = 0; index < 20; index++) {
    files.add({ name: nameOf(index) });
    // The highest number is the oldest.
    utimesSync(join(verify, nameOf(index)), 1_000_000 - index, 1_000_000 - index);
  }
  expect(files.list()).toHaveLength(20);
  files.add({ name: NAME });
  expect(files.list()).toHaveLength(20);
  expect(files.read(NAME)).not.toBeNull();
  expect(existsSync(join(verify, nameOf(19)))).toBe(false);
  expect(existsSync(join(verify, nameOf(18)))).toBe(true);
});

test('a disk that refuses is a storage failure', () => {
  const { files, folder } = open();
  writeFileSync(join(folder, 'verify'), 'a file where the folder should be');
  chmodSync(join(folder, 'verify'), 0o600);
  expect(() => files.add({ name: NAME })).toThrow(StorageFailed);
  expect(() => files.list()).toThrow(StorageFailed);
  expect(files.read(NAME)).toBeNull();
});
