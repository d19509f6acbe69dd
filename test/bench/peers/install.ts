/**
 * The packages of the peers, in a folder under `node_modules/.cache` that only the benchmark knows. The rule: the
 * versions are those of package.json beside this file, from whatever registry npm is set up with, and no script
 * of theirs runs on install.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const wanted = readFileSync(join(import.meta.dirname, 'package.json'), 'utf8');
const folder = resolve(import.meta.dirname, '../../../node_modules/.cache/followdesk-bench-peers');

const limitMs = 180_000;

function installed(): boolean {
  const done = join(folder, 'node_modules/.package-lock.json');
  return existsSync(done) && readFileSync(join(folder, 'package.json'), 'utf8') === wanted;
}

/** The folder to require them from. @throws with npm's last line when they cannot be had. */
export async function installPeers(say: (text: string) => void): Promise<string> {
  if (installed()) return folder;
  say(`Installing the peers into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  try {
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags], {
      cwd: folder,
      timeout: limitMs,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    // Half of them must not pass for all of them next time.
    writeFileSync(join(folder, 'package.json'), '{}');
    const said = ((error as { stderr?: string }).stderr || String(error)).trim();
    throw new Error(`npm could not install it: ${said.split('\n')[0]}`);
  }
  return folder;
}
