/**
 * Connections by origin: keep-alive sockets, one request at a time on each, straight or through the proxy.
 * This machine itself (the bundled simulator) is never called through a proxy, which could not reach it.
 */
import { type Dispatcher, Pool } from 'undici';
import { CallFailed } from './call-failed.ts';
import { createProxyDispatcher, type OutboundProxy } from './proxy.ts';

/** At 40 ms a call this is 12,800 calls a second; fewer would make a crowd queue behind itself. */
const CONNECTIONS = 512;
const KEEP_ALIVE_MS = 20_000;
/** 10,000 openids, the longest reply there is, take a third of a megabyte. */
const LONGEST_REPLY = 8 * 1024 * 1024;

const OPTIONS: Pool.Options = {
  connections: CONNECTIONS,
  pipelining: 1,
  allowH2: false,
  keepAliveTimeout: KEEP_ALIVE_MS,
  // The limit on the whole call covers both, and undici's own timers cost more.
  headersTimeout: 0,
  bodyTimeout: 0,
  maxResponseSize: LONGEST_REPLY,
};

export interface Pools {
  /** @param origin such as `https://api.weixin.qq.com`. @throws CallFailed once closed. */
  of(origin: string): Dispatcher;
  /** Lets calls in flight finish, then closes every connection. */
  close(): Promise<void>;
}

export function createPools({ connectMs, proxy }: { connectMs: number; proxy: OutboundProxy | null }): Pools {
  const known = new Map<string, Dispatcher>();
  let proxied: Dispatcher | null = null;
  let closing: Promise<unknown> | null = null;

  function open(origin: string): Dispatcher {
    if (proxy === null || isThisMachine(origin)) {
      return new Pool(origin, { ...OPTIONS, connect: { timeout: connectMs } });
    }
    proxied ??= createProxyDispatcher(proxy, OPTIONS, connectMs);
    return proxied;
  }

  return {
    of(origin) {
      const pool = known.get(origin);
      if (pool) return pool;
      if (closing !== null) throw new CallFailed('network', 'CLOSED');
      const opened = open(origin);
      known.set(origin, opened);
      return opened;
    },
    async close() {
      closing ??= Promise.all([...new Set(known.values())].map((pool) => pool.close()));
      await closing;
    },
  };
}

function isThisMachine(origin: string): boolean {
  const host = new URL(origin).hostname;
  return /^127\.\d+\.\d+\.\d+$/.test(host) || host === '[::1]' || /^(.+\.)?localhost\.?$/.test(host);
}
