/**
 * PHP from Debian's own packages, for the one row that needs it. The rule: only the benchmark installs it, only as
 * root, and without it that row is absent and says why.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const limitMs = 180_000;

async function hasPhp(): Promise<boolean> {
  try {
    const { stdout } = await run('php', ['-m']);
    return /^curl$/m.test(stdout);
  } catch {
    return false;
  }
}

async function install(): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { timeout: limitMs, env: environment };
  const packages = ['install', '-y', '--no-install-recommends', 'php-cli', 'php-curl'];
  try {
    await run('apt-get', packages, options);
  } catch {
    // A machine that never asked what there is.
    await run('apt-get', ['update'], options);
    await run('apt-get', packages, options);
  }
}

/** @throws in words for the reader when there is none and it cannot be had. */
export async function installPhp(say: (text: string) => void): Promise<void> {
  if (await hasPhp()) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('PHP with curl is not installed, and only root on Debian gets it from here');
  say('Installing php-cli and php-curl …');
  try {
    await install();
  } catch (error) {
    const said = ((error as { stderr?: string }).stderr || String(error)).trim();
    throw new Error(`apt-get could not install php-cli and php-curl: ${said.split('\n').at(-1)}`);
  }
  if (!(await hasPhp())) throw new Error('php-cli and php-curl were installed and PHP has no curl');
}
