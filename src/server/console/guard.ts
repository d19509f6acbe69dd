/**
 * Who may speak to the console listener at all, before any question of a session. The rule: a request must
 * have been addressed to us by our own name, and a page that sends one must be ours. The first stops DNS
 * rebinding (a stranger's name pointed at 127.0.0.1), the second every other page in the same browser.
 */
import type { FastifyRequest } from 'fastify';

const names = ['127.0.0.1', 'localhost', '[::1]'];

function hostsOf(port: number): string[] {
  const withPort = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...withPort, ...names] : withPort;
}

function originOf(request: FastifyRequest): string {
  return `http://${request.headers.host?.toLowerCase()}`;
}

export function hasOurHost({ headers, socket }: FastifyRequest): boolean {
  return headers.host !== undefined && hostsOf(socket.localPort ?? 0).includes(headers.host.toLowerCase());
}

/** True also without an Origin: programs send none. `Origin: null` is foreign. */
export function hasOurOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin.toLowerCase() === originOf(request);
}

/**
 * Whether a request that carries our cookie was made by our own page. A cookie knows no ports, so a page of
 * another program on this machine would send it too; what changes something must prove more than silence.
 */
export function isFromOurPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const readsOnly = request.method === 'GET' || request.method === 'HEAD';
  return readsOnly || site === 'same-origin' || request.headers.origin?.toLowerCase() === originOf(request);
}
