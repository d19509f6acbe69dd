/**
 * The Chromium that tests and pictures are made with: one that is there, or Debian's, installed when this
 * user may. Run by itself (`node test/support/chromium.ts`) it makes sure of one, or says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findChromium } from './chromium-places.ts';

/** The headless shell is smaller and faster; older releases have only the whole browser. */
const DEBIAN_CHROMIUMS = ['chromium-headless-shell', 'chromium'];
/** Chinese text is boxes without it. */
const CHINESE_FONT = 'fonts-noto-cjk';

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Playwright's own if it was downloaded, else one that is there. */
export function chromiumPath(): string | null {
  return findChromium(chromium.executablePath());
}

/** Launch options that work for root, in containers, and without Chromium calling home. */
export function chromiumOptions() {
  const sandbox = isRoot() ? ['--no-sandbox'] : [];
  return {
    executablePath: chromiumPath() ?? undefined,
    args: [
      ...sandbox,
      // There is none, and to pretend one costs a twentieth of a spec.
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
    ],
  };
}

function installDebianChromium(): void {
  aptGet('update', '-qq');
  for (const package_ of DEBIAN_CHROMIUMS) {
    if (!chromiumPath()) aptGet('install', '-y', '-qq', package_, CHINESE_FONT);
  }
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function ensureChromium(): void {
  if (chromiumPath()) return;
  if (process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('No Chromium yet: installing Debian’s package\n');
    installDebianChromium();
  }
  if (chromiumPath()) return;
  process.stderr.write(
    'The browser tests need a Chromium. Run `npx playwright install chromium`, or install Chrome or\n' +
      'Chromium (Debian: `sudo apt-get install chromium fonts-noto-cjk`), or set FOLLOWDESK_CHROMIUM to one.\n',
  );
  process.exitCode = 1;
}

if (import.meta.main) ensureChromium();
