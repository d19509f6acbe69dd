/**
 * Electron's security checklist, one guard per item that is not a default. The rule: the window shows our console
 * and nothing else, the page asks the system for nothing, and what leaves goes to the system's browser. What is
 * absent is on purpose: no `certificate-error` listener (Chromium's refusal stands), no `login`, no partitions.
 * @see https://www.electronjs.org/docs/latest/tutorial/security
 */
import type { App, Session, WebContents } from 'electron';
import type { Logger } from '#core/environment.ts';
import { externalAddress, isConsoleUrl, mayUse } from './navigation.ts';

export interface Outside {
  /** Opens an http(s) address in the system's browser. */
  openExternal(address: string): Promise<void>;
  logger: Logger;
}

/** Guards every page this process will ever show; call it before the first window is made. */
export function guardPages(app: App, outside: Outside): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents, outside.logger);
    refuseWindows(contents, outside);
    refuseWebviews(contents);
  });
}

/** @see https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation */
function refuseNavigation(contents: WebContents, logger: Logger): void {
  function refuse(details: { url: string; preventDefault(): void }): void {
    if (isConsoleUrl(details.url)) return;
    details.preventDefault();
    logger.warn({ scheme: URL.parse(details.url)?.protocol ?? null }, 'navigation refused');
  }
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
}

/**
 * @see https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows
 * @see https://www.electronjs.org/docs/latest/tutorial/security#15-do-not-use-shellopenexternal-with-untrusted-content
 */
function refuseWindows(contents: WebContents, { openExternal, logger }: Outside): void {
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address === null) {
      logger.warn({ scheme: URL.parse(url)?.protocol ?? null }, 'window refused');
    } else {
      openExternal(address).catch((error: unknown) => {
        logger.warn(
          { reason: error instanceof Error ? error.name : 'unknown' },
          'no browser opened the link',
        );
      });
    }
    return { action: 'deny' };
  });
}

/** @see https://www.electronjs.org/docs/latest/tutorial/security#12-verify-webview-options-before-creation */
function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** @see https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(mayUse(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayUse(permission, requestingOrigin),
  );
}

/**
 * How every window's page runs.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#2-do-not-enable-nodejs-integration-for-remote-content
 * @see https://www.electronjs.org/docs/latest/tutorial/security#3-enable-context-isolation
 * @see https://www.electronjs.org/docs/latest/tutorial/security#4-enable-process-sandboxing
 * @see https://www.electronjs.org/docs/latest/tutorial/security#6-do-not-disable-websecurity
 * @see https://www.electronjs.org/docs/latest/tutorial/security#8-do-not-enable-allowrunninginsecurecontent
 */
export function guardedPreferences(facts: { preload: string; packaged: boolean }) {
  return {
    preload: facts.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // The desk sounds for a visitor before its operator has touched anything.
    autoplayPolicy: 'no-user-gesture-required' as const,
    devTools: !facts.packaged,
  };
}
