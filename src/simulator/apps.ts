/**
 * The Official Accounts that exist on this platform. The rule: an AppID and its AppSecret are checked in one
 * place, with the codes WeChat uses for each way of being wrong.
 */
import { type Refusal, refuse } from './refusals.ts';

export interface SimulatedApp {
  appId: string;
  appSecret: string;
  name: string;
  /** Web-authorization domains (`host`, `host:port` or `host/dir`). Unset: any address is accepted. */
  redirectDomains?: readonly string[];
  /** Whether the account is bound to an open-platform owner, so that unionids appear. Default true. */
  unionBound?: boolean;
}

export const defaultApp: SimulatedApp = {
  appId: 'wx5f0c1a7de3b94826',
  appSecret: 'c0ffee5eed4f6b1e9a2d8c7305f41b6e',
  name: '关注台演示号',
};

export type Apps = ReturnType<typeof createApps>;

export function createApps(list: readonly SimulatedApp[]) {
  const [first] = list;
  if (first === undefined) throw new Error('The simulator needs at least one app.');
  const byId = new Map(list.map((app) => [app.appId, app]));
  if (byId.size !== list.length) throw new Error('Two apps of the simulator share an AppID.');
  return {
    list,
    first,
    find: (appId: string | undefined) => (appId === undefined ? undefined : byId.get(appId)),

    /** The app these credentials open, or the refusal. Both must be present: the caller has seen to that. */
    open(appId: string, secret: string): SimulatedApp | Refusal {
      const app = byId.get(appId);
      if (app === undefined) return refuse(40013);
      if (app.appSecret === secret) return app;
      const anothers = list.some((other) => other.appSecret === secret);
      // 40001 is documented as "not this account's secret", 40125 as "not a valid secret".
      return refuse(anothers ? 40001 : 40125);
    },
  };
}
