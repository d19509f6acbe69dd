/** A window of Chromium made into a page of the app: scripts before any of its own, requests through us, a wire. */
import { nativeTheme } from '../api/native-theme.ts';
import { WORLD } from '../page/messages.ts';
import { pageScripts } from '../page/scripts.ts';
import { type Channel, openChannel, type PageNews } from './channel.ts';
import type { MessagePortMain } from './ports.ts';
import { interceptRequests, type Navigation } from './requests.ts';
import { fromChromium, toChromium } from './scheme-alias.ts';
import { protocol } from './session.ts';
import { type Target, type TargetWatch, watchTargets } from './target.ts';

export interface PageOwner {
  onId(targetId: string): void;
  onNews(news: PageNews): void;
  /** Electron's event of that name, without its event object. */
  onEvent(name: string, ...args: unknown[]): void;
  admits(navigation: Navigation, redirected: boolean): boolean;
  describeSender(ports: MessagePortMain[]): object;
}

export interface Page {
  target: Target;
  channel: Channel;
  /** Null, or Chromium's name of what went wrong. */
  navigate(url: string): Promise<string | null>;
  reload(): Promise<void>;
  crash(): void;
  evaluate(code: string): Promise<unknown>;
}

const goneListeners = new Set<(targetId: string) => void>();
let watch: TargetWatch | undefined;

/** Tells of every window that Chromium closed, whoever asked it to. */
export function onTargetGone(listener: (targetId: string) => void): void {
  goneListeners.add(listener);
}

export async function openPage(
  size: Partial<Electron.Rectangle>,
  preload: string | undefined,
  owner: PageOwner,
): Promise<Page> {
  watch ??= watchTargets((id) => {
    for (const listener of goneListeners) listener(id);
  });
  const target = await watch.open(size, owner.onId);
  owner.onId(target.id);
  const { devtools } = target;
  const scripts = pageScripts(preload);
  followPage(target, owner);
  const [channel] = await Promise.all([
    openChannel(devtools, target.id, owner),
    devtools.send('Page.enable'),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: WORLD }),
    interceptRequests(devtools, { mainFrame: target.id, admits: owner.admits }),
    target.resize(size),
    applyTheme(target),
  ]);
  nativeTheme.on('updated', () => applyTheme(target).catch(() => undefined));

  return {
    target,
    channel,
    async navigate(url) {
      const there = { url: toChromium(url, protocol.isProtocolHandled) };
      return (await devtools.send('Page.navigate', there)).errorText ?? null;
    },
    reload: () => devtools.send('Page.reload').then(() => undefined),
    // Never answered: the page is gone.
    crash: () => void devtools.send('Page.crash').catch(() => undefined),
    async evaluate(expression) {
      const how = { awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, ...how });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

function applyTheme({ devtools }: Target): Promise<unknown> {
  const { themeSource } = nativeTheme;
  const value = themeSource === 'system' ? '' : themeSource;
  return devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}

/** Chromium's events as Electron's. */
function followPage({ id, devtools }: Target, { onEvent }: PageOwner): void {
  let blank = true;
  devtools.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId || frame.unreachableUrl) return;
    blank = frame.url === 'about:blank';
    onEvent('did-navigate', fromChromium(frame.url + (frame.urlFragment ?? '')), 200, 'OK');
  });
  devtools.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === id) onEvent('did-navigate-in-page', fromChromium(url), true);
  });
  devtools.on('Page.domContentEventFired', () => {
    if (!blank) onEvent('dom-ready');
  });
  devtools.on('Page.loadEventFired', () => {
    if (!blank) onEvent('did-finish-load');
  });
  devtools.on('Inspector.targetCrashed', () => {
    onEvent('render-process-gone', { reason: 'crashed', exitCode: 1 });
  });
}
