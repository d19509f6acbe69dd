/** Addresses of the callback listener: how to write one down, and which failure a refused one is. */
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { CallbackState } from '#shared/model/host.ts';

export interface Address {
  host: string;
  /** 0 = any free port. */
  port: number;
}

type Failure = Extract<CallbackState, { state: 'failed' }>['code'];

const failures: Record<string, Failure> = {
  EADDRINUSE: 'PORT_IN_USE',
  EACCES: 'PORT_FORBIDDEN',
  EADDRNOTAVAIL: 'ADDRESS_UNKNOWN',
  EAFNOSUPPORT: 'ADDRESS_UNKNOWN',
  EAI_AGAIN: 'ADDRESS_UNKNOWN',
  EINVAL: 'ADDRESS_UNKNOWN',
  ENOTFOUND: 'ADDRESS_UNKNOWN',
};

export function failureOf(error: unknown): Failure {
  return failures[(error as NodeJS.ErrnoException).code ?? ''] ?? 'LISTEN_FAILED';
}

/** The machine's first address in its network, by which phones on the same network reach it. */
function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/** Where a browser reaches a listener bound to this address: "every interface" is no place to go to. */
export function urlOf({ host, port }: Address): string {
  const name = host === '0.0.0.0' || host === '::' ? (lanAddress() ?? '127.0.0.1') : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** A port nobody uses now, or null when this host has no address here. */
export function findFreePort(host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host, port: 0 }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
