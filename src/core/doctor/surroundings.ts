/** What a check may use of this machine: its clock, its network, and calls that carry no token. */
import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { Clock } from '../environment.ts';

export interface Surroundings {
  clock: Clock;
  /** For calls to ourselves by our public name, and to see what time a host believes it is. */
  fetch: typeof fetch;
  /** Milliseconds for one such call: an operator is looking at a spinner. */
  timeLimitMs: number;
  /** Every address of a name, as this machine resolves it. @throws what Node throws: ENOTFOUND, EAI_AGAIN */
  resolve(host: string): Promise<string[]>;
  /** True when this machine has no network but itself. */
  isUnplugged(): boolean;
}

export function surroundingsOf(clock: Clock): Surroundings {
  return {
    clock,
    fetch: globalThis.fetch,
    timeLimitMs: 3000,
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    isUnplugged: () =>
      Object.values(networkInterfaces()).every((addresses) => addresses?.every(({ internal }) => internal)),
  };
}

/** The system's, Node's or TLS's own name of what went wrong, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
export function codeOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return null;
}

export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

const TLS_CODE =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH|ERR_TLS_|ERR_SSL_|EPROTO)/;

/** Whether the connection stood and the TLS on it did not. */
export function isTlsCode(code: string | null): code is string {
  return code !== null && TLS_CODE.test(code);
}
