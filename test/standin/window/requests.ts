/**
 * Every document a page wants, and everything it wants from the app's own scheme, passes here: the app may
 * refuse to go there, and answers for its scheme.
 */
import type { Devtools } from '../chromium/wire.ts';
import { ALIASED, fromChromium } from './scheme-alias.ts';
import { schemeHandler } from './session.ts';

type Paused = Parameters<Parameters<typeof onPaused>[1]>[0];

/** Only to name the event's type, which Playwright does not export. */
function onPaused(devtools: Devtools, listener: (event: PausedEvent) => void): void {
  devtools.on('Fetch.requestPaused', listener);
}
interface PausedEvent {
  requestId: string;
  request: { url: string; method: string; headers: Record<string, string> };
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
}

export interface Navigation {
  url: string;
  isMainFrame: boolean;
}

export interface Gate {
  mainFrame: string;
  /** Whether the app lets this document load; `redirected` by a server. */
  admits(navigation: Navigation, redirected: boolean): boolean;
}

/** Starts intercepting. */
export async function interceptRequests(devtools: Devtools, gate: Gate): Promise<void> {
  onPaused(devtools, (paused) => {
    settle(devtools, gate, paused).catch((error: Error) => {
      // The page went on, or went away, while we were answering.
      if (/Invalid InterceptionId|is gone|Session with given id/.test(error.message)) return;
      process.stderr.write(`the stand-in failed to answer a request: ${error.stack}\n`);
    });
  });
  await devtools.send('Fetch.enable', {
    patterns: [
      { urlPattern: '*', resourceType: 'Document', requestStage: 'Request' },
      { urlPattern: ALIASED, requestStage: 'Request' },
    ],
  });
}

async function settle(devtools: Devtools, gate: Gate, paused: Paused): Promise<void> {
  const { requestId, request, resourceType, frameId, redirectedRequestId } = paused;
  const url = fromChromium(request.url);
  const isMainFrame = frameId === gate.mainFrame;
  const navigation = { url, isMainFrame };
  if (resourceType === 'Document' && !gate.admits(navigation, redirectedRequestId !== undefined)) {
    await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  } else if (url === request.url) {
    await devtools.send('Fetch.continueRequest', { requestId });
  } else if (url.endsWith('/favicon.ico') && resourceType === 'Other') {
    // Chromium asks for it by itself; Electron does not.
    await devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 404 });
  } else {
    await answer(devtools, requestId, new Request(url, { method: request.method, headers: request.headers }));
  }
}

async function answer(devtools: Devtools, requestId: string, request: Request): Promise<void> {
  const scheme = new URL(request.url).protocol.slice(0, -1);
  const response = await schemeHandler(scheme)(request);
  await devtools.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}
