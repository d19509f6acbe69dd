/**
 * How the console reaches its host: over a MessagePort where a desktop shell forwards one, over HTTP
 * everywhere else. Nothing above this file knows which; it asks `host.status` for capabilities.
 */
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';

export type ConsoleLink = ClientLink<ClientContext>;

export interface Transport {
  link: ConsoleLink;
  /** Called when the host no longer knows this session; only HTTP has sessions. Returns the undo. */
  onSessionLost(listener: () => void): () => void;
}

/** The desktop's preload forwards this message and its port to the main process. */
const CONNECT = { type: 'followdesk:connect' } as const;

/**
 * Desktop when the page came by the app's own scheme, or when the preload says so in
 * `<html data-host="desktop">` (a stand-in shows that scheme as https).
 */
export function isDesktop(page: Window): boolean {
  return page.location.protocol === 'followdesk:' || page.document.documentElement.dataset.host === 'desktop';
}

export function chooseTransport(page: Window): Transport {
  return isDesktop(page) ? portTransport(page) : httpTransport(page);
}

function portTransport(page: Window): Transport {
  let link: ConsoleLink | null = null;
  function connect(): ConsoleLink {
    const channel = new MessageChannel();
    // Electron tells when the other end goes away (browsers do not); the next call asks for a new port.
    channel.port1.addEventListener('close', () => {
      link = null;
    });
    channel.port1.start();
    const connected = new PortLink({ port: channel.port1 });
    page.postMessage(CONNECT, page.location.origin, [channel.port2]);
    return connected;
  }
  return {
    link: {
      call(path, input, options) {
        link ??= connect();
        return link.call(path, input, options);
      },
    },
    onSessionLost: () => () => undefined,
  };
}

function httpTransport(page: Window): Transport {
  const listeners = new Set<() => void>();
  return {
    link: new HttpLink({
      url: new URL('/rpc', page.location.href).href,
      async fetch(request, init) {
        const response = await page.fetch(request, { ...init, credentials: 'same-origin' });
        if (response.status === 401) for (const listener of listeners) listener();
        return response;
      },
    }),
    onSessionLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
