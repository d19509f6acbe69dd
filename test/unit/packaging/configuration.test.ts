/** What electron-builder is told, for each kind of build, by electron-builder's own rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { CONSOLE_SCHEME } from '#main/navigation.ts';
import { describePackages, type Packaging, readPackaging } from '../../../electron-builder.config.ts';
import { schema } from '../../integration/packaging/builder-tools.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const RELEASE: Packaging = { qa: false, updateUrl: null };
const QA: Packaging = { qa: true, updateUrl: null };
const UPDATED: Packaging = { qa: false, updateUrl: 'https://updates.example/followdesk' };

describe.each([
  ['release', RELEASE],
  ['qa', QA],
  ['release with updates', UPDATED],
])('%s', (_name, packaging) => {
  test('is valid for electron-builder', { timeout: 60_000 }, async () => {
    const configuration = describePackages(packaging);
    await expect(schema.validateConfiguration(configuration, { isEnabled: false })).resolves.toBeUndefined();
    const planted = { ...configuration, electronFuse: {} };
    await expect(schema.validateConfiguration(planted, { isEnabled: false })).rejects.toThrow('electronFuse');
  });

  test('has installers for every platform, and an archive whose code cannot be replaced', () => {
    const { win, nsis, mac, linux, asar, electronFuses } = describePackages(packaging);
    expect(win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
    expect(mac).toMatchObject({ hardenedRuntime: true });
    expect(mac?.target).toContainEqual({ target: 'dmg', arch: ['x64', 'arm64'] });
    expect(linux?.target).toEqual(['AppImage', 'deb']);
    expect({ asar, ...electronFuses }).toMatchObject({
      asar: true,
      runAsNode: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
  });

  test('is what links to the console open', () => {
    expect(describePackages(packaging).protocols).toMatchObject({ schemes: [CONSOLE_SCHEME] });
  });
});

test('a QA build differs from a release in one fuse, its name and its place', () => {
  const { electronFuses: released, artifactName, directories, ...release } = describePackages(RELEASE);
  const qa = describePackages(QA);
  expect(qa).toMatchObject(release);
  expect(qa.electronFuses).toEqual({ ...released, enableNodeCliInspectArguments: true });
  expect(released).toMatchObject({ enableNodeCliInspectArguments: false });
  expect(qa.artifactName).not.toBe(artifactName);
  expect(qa.directories?.output).not.toBe(directories?.output);
});

test('updates are published nowhere unless an address is given; macOS then gets the archive they come in', () => {
  expect(describePackages(RELEASE).publish).toBeNull();
  expect(JSON.stringify(describePackages(RELEASE).mac)).not.toContain('zip');
  expect(describePackages(UPDATED).publish).toEqual({ provider: 'generic', url: UPDATED.updateUrl });
  expect(JSON.stringify(describePackages(UPDATED).mac)).toContain('zip');
});

test('the environment says which kind it is', () => {
  expect(readPackaging({})).toEqual(RELEASE);
  expect(readPackaging({ FOLLOWDESK_QA: '1', FOLLOWDESK_UPDATE_URL: 'https://updates.example/' })).toEqual(
    QA,
  );
  expect(readPackaging({ FOLLOWDESK_UPDATE_URL: UPDATED.updateUrl ?? '' })).toEqual(UPDATED);
  expect(readPackaging({ FOLLOWDESK_UPDATE_URL: ' ' })).toEqual(RELEASE);
  for (const address of ['http://updates.example', 'updates.example', 'file:///updates']) {
    expect(() => readPackaging({ FOLLOWDESK_UPDATE_URL: address })).toThrow('https');
  }
});

test('the icon is large enough for every platform, and square', () => {
  const { icon } = describePackages(RELEASE);
  const { width, height } = PNG.sync.read(readFileSync(join(PROJECT, icon ?? '')));
  expect(width).toBeGreaterThanOrEqual(512);
  expect(height).toBe(width);
});
