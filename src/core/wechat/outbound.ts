/**
 * The one way out of this machine: calls to WeChat (`axios`), and the few to others that must take the same
 * way (`fetch`: the organisation's token service, a look at the clock of WeChat). What the network settings
 * say holds from the next call on: other connections are made and the old ones close when their calls are
 * done. There is no fail-over to another of WeChat's hosts: which one is called is the operator's to say,
 * and a wrong verdict is worse than a late one.
 */
import type { Axios } from 'axios';
import { fetch as undiciFetch } from 'undici';
import { createLeanAxios } from './lean-adapter.ts';
import { createPools, type Pools } from './pools.ts';
import type { OutboundProxy } from './proxy.ts';

/** Milliseconds: to open a connection, and for a whole call, waiting and connecting included. */
export interface OutboundNetwork {
  connectMs: number;
  callMs: number;
  /** null = straight. */
  proxy: OutboundProxy | null;
}

const DEFAULT: OutboundNetwork = { connectMs: 3_000, callMs: 8_000, proxy: null };

/** Follows no redirect. A failure's `cause` has a `code` as CallFailed has one. */
export type OutboundFetch = (
  url: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

export interface Outbound {
  /** Takes an absolute `url` with a path, and `data` (a JSON text, which makes it a POST); answers bytes. */
  axios: Axios;
  /** Ends with the call limit at the latest, its body included. */
  fetch: OutboundFetch;
  /** Lets calls in flight finish, then closes every connection. */
  close(): Promise<void>;
}

/** @param network asked at every call; the same object as long as nothing changed. */
export function createOutbound(network: () => OutboundNetwork = () => DEFAULT): Outbound {
  let inForce = network();
  let pools = createPools(inForce);
  const draining = new Set<Promise<void>>();
  let closed = false;

  function current(): OutboundNetwork {
    const next = network();
    if (next !== inForce) {
      if (!sameWay(next, inForce) && !closed) {
        drain(pools);
        pools = createPools(next);
      }
      inForce = next;
    }
    return inForce;
  }

  function drain(old: Pools): void {
    const done = old.close().finally(() => draining.delete(done));
    draining.add(done);
  }

  return {
    axios: createLeanAxios({ callMs: () => current().callMs, dispatcherOf: (origin) => pools.of(origin) }),
    async fetch(url, init = {}) {
      const limit = AbortSignal.timeout(current().callMs);
      const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
      const dispatcher = pools.of(new URL(url).origin);
      return (await undiciFetch(url, { ...init, redirect: 'manual', signal, dispatcher })) as Response;
    },
    async close() {
      closed = true;
      await Promise.all([pools.close(), ...draining]);
    },
  };
}

function sameWay(one: OutboundNetwork, other: OutboundNetwork): boolean {
  return (
    one.connectMs === other.connectMs &&
    one.proxy?.url === other.proxy?.url &&
    one.proxy?.user === other.proxy?.user &&
    one.proxy?.password === other.proxy?.password
  );
}
