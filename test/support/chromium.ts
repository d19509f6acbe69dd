/**
 * The Chromium that tests and pictures are made with: one that is there, or Debian's, installed when this
 * user may. Run by itself (`node test/support/chromium.ts`) it makes sure of one, or says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const COMMON_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chinese text is boxes without a CJK font. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Path of a Chromium, or null. `FOLLOWDESK_CHROMIUM` wins. */
export function findChromium(): string | null {
  const places = [process.env.FOLLOWDESK_CHROMIUM, chromium.executablePath(), ...COMMON_PLACES];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}

/** Launch options that work for root, in containers, and without Chromium calling home. */
export function chromiumOptions() {
  const sandbox = isRoot() ? ['--no-sandbox'] : [];
  return {
    executablePath: findChromium() ?? undefined,
    args: [
      ...sandbox,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
    ],
  };
}

function installDebianChromium(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...DEBIAN_PACKAGES],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
}

function ensureChromium(): void {
  if (findChromium()) return;
  if (process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('No Chromium yet: installing Debian’s package\n');
    installDebianChromium();
  }
  if (findChromium()) return;
  process.stderr.write(
    'The browser tests need a Chromium. Run `npx playwright install chromium`, or install Chrome or\n' +
      'Chromium (Debian: `sudo apt-get install chromium fonts-noto-cjk`), or set FOLLOWDESK_CHROMIUM to one.\n',
  );
  process.exitCode = 1;
}

if (import.meta.main) ensureChromium();
