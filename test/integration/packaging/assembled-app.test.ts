/**
 * The app as electron-builder really assembles it, on an empty runtime: what is in the archive, how the fuses are
 * set, and that what was shipped is enough to run. What an empty runtime cannot show is the app's window.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asar, fuses } from './builder-tools.ts';
import { writeEmptyRuntime } from './empty-runtime.ts';
import { type Packaged, runPackage } from './run-package.ts';
import { importAll, startShipped } from './shipped-app.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const FEED = 'https://updates.example/followdesk';

// The empty runtime is laid out as Linux's.
describe.skipIf(process.platform !== 'linux')('the assembled app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'followdesk-packaging-'));
  const places = { release: join(folder, 'release'), qa: join(folder, 'qa'), app: join(folder, 'app') };
  const unpacked = (kind: 'release' | 'qa') => join(places[kind], 'linux-unpacked');
  let entries: string[] = [];
  let runs: Packaged[] = [];

  beforeAll(async () => {
    const env = {
      ELECTRON_OVERRIDE_DIST_PATH: writeEmptyRuntime(join(folder, 'runtime')),
      FOLLOWDESK_UPDATE_URL: FEED,
    };
    runs = [
      await runPackage(folder, ['--dir', '--output', places.release], env),
      await runPackage(folder, ['--dir', '--qa', '--output', places.qa], env),
    ];
    const archive = join(unpacked('release'), 'resources/app.asar');
    entries = asar.listPackage(archive).map((entry) => entry.slice(1));
    asar.extractAll(archive, places.app);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is assembled, with nothing beside the archive that could take its place', () => {
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(readdirSync(join(unpacked('release'), 'resources')).sort()).toEqual([
      'app-update.yml',
      'app.asar',
    ]);
    expect(readdirSync(join(unpacked('release'), 'locales')).sort()).toEqual([
      'en-US.pak',
      'zh-CN.pak',
      'zh-TW.pak',
    ]);
  });

  test('holds what was built and what it reads, and no source, test or map', () => {
    const ours = entries.filter((entry) => !entry.startsWith('node_modules'));
    expect([...new Set(ours.map((entry) => entry.split('/')[0]))].sort()).toEqual([
      'out',
      'package.json',
      'resources',
    ]);
    const parts = new Set(ours.filter((entry) => /^out\/\w+$/.test(entry)));
    expect([...parts].sort()).toEqual(['out/main', 'out/preload', 'out/renderer']);
    expect(ours).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
        'resources/icon.png',
      ]),
    );
    expect(ours).not.toContain('out/main/launch.js');
    expect(entries.filter((entry) => /\.(map|ts|tsx|mts|cts|tsbuildinfo)$/.test(entry))).toEqual([]);
  });

  test('ships the production dependencies and none that only builds or draws', () => {
    const packages = new Set(
      entries.flatMap((entry) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(entry)?.[1] ?? []),
    );
    expect(Object.keys(dependencies).filter((name) => !packages.has(name))).toEqual([]);
    // The console's own client comes along with the server, which builds on it.
    const shared = ['@orpc/client'];
    expect(
      Object.keys(devDependencies).filter((name) => packages.has(name) && !shared.includes(name)),
    ).toEqual([]);
  });

  test('tells the app its name and version, and nobody how it is built', () => {
    const shipped = JSON.parse(readFileSync(join(places.app, 'package.json'), 'utf8'));
    expect(shipped).toMatchObject({ productName: 'FollowDesk', main: './out/main/index.js' });
    expect(shipped).not.toHaveProperty('devDependencies');
    expect(shipped).not.toHaveProperty('scripts');
  });

  test.each([
    ['release', false],
    ['qa', true],
  ] as const)('has its fuses set: %s', async (kind, inspectable) => {
    const wire = await fuses.getCurrentFuseWire(join(unpacked(kind), 'followdesk'));
    const names = Object.keys(fuses.FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    const states = names.map((name) => [name, wire[Number(fuses.FuseV1Options[name])] === 0x31]);
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: inspectable,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  test('knows where updates are in a release that was told, and never in the QA build', () => {
    const feed = readFileSync(join(unpacked('release'), 'resources/app-update.yml'), 'utf8');
    expect(feed).toContain(`url: ${FEED}`);
    expect(readdirSync(join(unpacked('qa'), 'resources'))).toEqual(['app.asar']);
  });

  test('runs on what it ships: all it imports loads, and its headless host serves', async () => {
    // Stands where Electron's own module is in the real app.
    const electron = join(places.app, 'node_modules/electron');
    mkdirSync(electron);
    writeFileSync(join(electron, 'index.js'), 'exports.app = exports.ipcMain = exports.shell = {};\n');
    expect(await importAll(places.app)).toEqual({});

    const host = await startShipped(places.app, join(folder, 'data'));
    expect(await (await fetch(`${host.callbackUrl}/healthz`)).json()).toEqual({ ok: true });
    const headers = { authorization: `Bearer ${host.consoleToken}` };
    const accounts = await fetch(`${host.consoleUrl}/api/accounts`, { headers });
    expect((await accounts.json()).items).toMatchObject([{ sandbox: true }]);
    const page = await fetch(host.consoleUrl, { headers });
    expect(await page.text()).toContain('<div id="root">');
    expect(await host.stop()).toBe(0);
  }, 60_000);
});
