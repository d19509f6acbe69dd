/**
 * Where a Chromium is usually found. Apart from `chromium.ts` because the Electron stand-in asks at every start
 * and must not load Playwright for it.
 */
import { existsSync } from 'node:fs';

/** The headless shell first: the same engine, a third faster. */
const COMMON_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium, or null. `FOLLOWDESK_CHROMIUM` wins, then `preferred` places, then the common ones. */
export function findChromium(...preferred: string[]): string | null {
  const places = [process.env.FOLLOWDESK_CHROMIUM, ...preferred, ...COMMON_PLACES];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
