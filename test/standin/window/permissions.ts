/**
 * The app's own decision about permissions, given to Chromium's own machinery. The app is asked once per load
 * and permission rather than when a page wants it; without a handler everything is granted, as in Electron.
 */
import { chromium } from '../chromium/chromium.ts';
import { toChromium } from './scheme-alias.ts';
import { protocol, session } from './session.ts';

type Permission = Parameters<NonNullable<typeof session.defaultSession._requestHandler>>[1];
type Descriptor = { name: string; sysex?: boolean };

/** Electron's name of a permission and Chromium's. */
const PERMISSIONS: readonly (readonly [Permission, Descriptor])[] = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['idle-detection', { name: 'idle-detection' }],
  ['window-management', { name: 'window-management' }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
];

/** Makes Chromium decide for pages at `url` as the app's request handler does now. */
export async function settlePermissions(contents: Electron.WebContents, url: string): Promise<void> {
  const { origin } = new URL(toChromium(url, protocol.isProtocolHandled));
  if (origin === 'null') return;
  for (const [asked, permission] of PERMISSIONS) {
    const granted = decide(contents, asked, url);
    const setting = granted ? 'granted' : 'denied';
    await chromium().browser.send('Browser.setPermission', { permission, setting, origin });
  }
}

function decide(contents: Electron.WebContents, permission: Permission, requestingUrl: string): boolean {
  const { _requestHandler: handler } = session.defaultSession;
  if (!handler) return true;
  let granted = false;
  const answer = (answered: boolean) => {
    granted = answered;
  };
  handler(contents, permission, answer, { requestingUrl, isMainFrame: true });
  return granted;
}
