/** `npm run package` without the build before it, in a process of its own and with caches of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../../..');

export interface Packaged {
  code: number;
  stdout: string;
  stderr: string;
}

/** `home` takes the place of the user's home, so that no runtime is found in a cache. */
export function runPackage(home: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Packaged> {
  const { PATH, LANG, TMPDIR } = process.env;
  const script = join(PROJECT, 'scripts/package.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: { PATH, LANG, TMPDIR, HOME: home, LOCALAPPDATA: home, ...env }, maxBuffer: 16 << 20 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
