/** A pretend electron package on disk, with the files the real one has. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '#main/launch/electron-runtime.ts';

const posix = process.platform !== 'win32';

describe('Electron’s runtime', () => {
  let project: string;
  let packageFolder: string;

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'followdesk-runtime-'));
    packageFolder = join(project, 'node_modules', 'electron');
    await mkdir(join(packageFolder, 'dist'), { recursive: true });
    await writeFile(join(packageFolder, 'package.json'), '{"name":"electron","version":"0.0.0"}');
    await writeFile(join(packageFolder, 'path.txt'), 'electron');
  });
  afterEach(() => rm(project, { recursive: true }));

  const find = (env: NodeJS.ProcessEnv = {}) => findElectron(join(project, 'launch.js'), env);

  async function install(script: string, folder = join(packageFolder, 'dist')): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, 'electron'), 0o755);
  }

  it('is not installed where there is no package', async () => {
    await rm(packageFolder, { recursive: true });
    expect(find().state()).toBe('not_installed');
    expect(await find().download()).toBe(false);
  });

  it('is absent until its file is there', async () => {
    expect(find().state()).toBe('absent');
    await install('');
    expect(find().state()).toBe('present');
    expect(find().path()).toBe(join(packageFolder, 'dist', 'electron'));
  });

  it('is where ELECTRON_OVERRIDE_DIST_PATH says', async () => {
    const elsewhere = join(project, 'elsewhere');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
    expect(find(env).state()).toBe('absent');
    await install('', elsewhere);
    expect(find(env).path()).toBe(join(elsewhere, 'electron'));
  });

  it('is had by the package’s own downloader, with the caller’s mirror', async () => {
    await writeFile(
      join(packageFolder, 'install.js'),
      `if (process.env.ELECTRON_MIRROR === 'https://mirror.example/')
         require('node:fs').writeFileSync(require('node:path').join(__dirname, 'dist', 'electron'), '');`,
    );
    expect(await find().download()).toBe(false);
    expect(await find({ ELECTRON_MIRROR: 'https://mirror.example/' }).download()).toBe(true);
  });

  it('could not be had when the downloader fails', async () => {
    await writeFile(join(packageFolder, 'install.js'), 'process.exit(1);');
    expect(await find().download()).toBe(false);
  });

  it.runIf(posix)('starts', async () => {
    await install('[ "$ELECTRON_RUN_AS_NODE" = 1 ]');
    expect(await find(process.env).try()).toEqual({ trial: 'starts', detail: null });
  });

  it.runIf(posix)('misses a library, and says which', async () => {
    await install(
      'echo "electron: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127',
    );
    expect(await find(process.env).try()).toEqual({ trial: 'missing_library', detail: 'libnss3.so' });
  });

  it.runIf(posix)('does not start', async () => {
    await install('exit 1');
    expect(await find(process.env).try()).toEqual({ trial: 'fails', detail: null });
    await chmod(join(packageFolder, 'dist', 'electron'), 0o644);
    expect(await find(process.env).try()).toEqual({ trial: 'fails', detail: null });
  });
});
