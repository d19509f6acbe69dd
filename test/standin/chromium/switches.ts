/** What Chromium is started with: nothing of its own on screen, nothing from the network, no process left over. */

const BASE: readonly (readonly [name: string, value: string])[] = [
  ['no-sandbox', ''],
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  // It lives without a window until the app makes one, and after the last one is closed.
  ['no-startup-window', ''],
  ['disable-gpu', ''],
  ['password-store', 'basic'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-extensions', ''],
  ['disable-sync', ''],
  ['disable-default-apps', ''],
  ['disable-component-extensions-with-background-pages', ''],
  // No crash handler process, which would outlive us.
  ['disable-breakpad', ''],
  ['disable-search-engine-choice-screen', ''],
  ['disable-infobars', ''],
  ['disable-popup-blocking', ''],
  ['disable-hang-monitor', ''],
  ['disable-dev-shm-usage', ''],
  // The omnibox ones are two hidden pages per window.
  [
    'disable-features',
    'MediaRouter,OptimizationHints,Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  ],
];

/** Switches that are for us or for Node, not for Chromium. */
const OURS = new Set(['inspect', 'inspect-brk', 'user-data-dir', 'password-store', 'require']);

/** Chromium's arguments: ours, and what the app and Playwright asked for. */
export function chromiumArguments(profile: string, asked: ReadonlyMap<string, string>): string[] {
  const all = new Map(BASE);
  for (const [name, value] of asked) {
    if (OURS.has(name)) continue;
    const before = name.endsWith('able-features') ? all.get(name) : undefined;
    all.set(name, before ? `${before},${value}` : value);
  }
  if (!process.env.ELECTRON_STANDIN_HEADED) all.set('headless', 'new');
  all.set('remote-debugging-pipe', '').set('user-data-dir', profile);
  return [...all].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
