/** `npm run package` where Electron's runtime cannot be had: one line that says what to do, and no stack. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runPackage } from './run-package.ts';

test('says in one line what is missing and how to have it', { timeout: 120_000 }, async () => {
  const home = temporaryFolder();
  // Port 9 of this machine answers nobody.
  const env = { ELECTRON_MIRROR: 'http://operator:planted-password@127.0.0.1:9/' };
  const { code, stdout, stderr } = await runPackage(home, ['--dir', '--output', home], env);
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('ELECTRON_MIRROR');
  expect(stderr).toMatch(/electron-v[\d.]+-\w+-\w+\.zip/);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toContain('planted-password');
});

test('refuses updates over an unprotected line before it does anything', async () => {
  const home = temporaryFolder();
  const env = { FOLLOWDESK_UPDATE_URL: 'http://updates.example' };
  const { code, stdout, stderr } = await runPackage(home, ['--dir', '--output', home], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('FOLLOWDESK_UPDATE_URL must be an https address');
});

test('explains its options', async () => {
  const { code, stdout } = await runPackage(temporaryFolder(), ['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('--qa');
});
