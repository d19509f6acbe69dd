/**
 * The Official Accounts that exist on this platform, and what their administrators have set in WeChat's
 * console. The rule: an AppID and its AppSecret are checked in one place, with the codes WeChat uses for each
 * way of being wrong; a setting can change while the platform runs, as it does in life.
 */
import type { IpSettings } from './ip-refusal.ts';
import { type Refusal, refuse } from './refusals.ts';

export const accountKinds = ['service', 'test', 'subscription'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const secretStates = ['ok', 'frozen', 'wrong'] as const;
export type SecretState = (typeof secretStates)[number];

/** What can be changed while the platform runs. */
export interface AppSettings extends IpSettings {
  /** What the account is, and so what it may do: see `rights.ts`. Default service. */
  kind?: AccountKind;
  /** Whether WeChat has verified the account. Default true. */
  verified?: boolean;
  /** `frozen`: token calls are refused; `wrong`: somebody has reset it, so the one we know is old. */
  secretState?: SecretState;
  /** Web-authorization domains (`host`, `host:port` or `host/dir`). Unset: any address is accepted. */
  redirectDomains?: readonly string[];
  /** The scheme callback addresses must have; another is page error 10039. Unset: either. */
  redirectScheme?: 'http' | 'https';
  /** Whether the account is bound to an open-platform owner, so that unionids appear. Default true. */
  unionBound?: boolean;
}

export interface SimulatedApp extends AppSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly name: string;
}

export const defaultApp: SimulatedApp = {
  appId: 'wx5f0c1a7de3b94826',
  appSecret: 'c0ffee5eed4f6b1e9a2d8c7305f41b6e',
  name: '关注台演示号',
};

export type Apps = ReturnType<typeof createApps>;

export function createApps(list: readonly SimulatedApp[]) {
  const [original] = list;
  if (original === undefined) throw new Error('The simulator needs at least one app.');
  const byId = new Map(list.map((app) => [app.appId, app]));
  if (byId.size !== list.length) throw new Error('Two apps of the simulator share an AppID.');

  const first = (): SimulatedApp => byId.get(original.appId) ?? original;
  return {
    /** As they stand now, in the order given. */
    get list(): readonly SimulatedApp[] {
      return [...byId.values()];
    },
    get first(): SimulatedApp {
      return first();
    },
    find: (appId: string | undefined) => (appId === undefined ? undefined : byId.get(appId)),

    /** The app these credentials open, or the refusal. Both must be present: the caller has seen to that. */
    open(appId: string, secret: string): SimulatedApp | Refusal {
      const app = byId.get(appId);
      if (app === undefined) return refuse(40013);
      if (app.secretState !== 'wrong' && app.appSecret === secret) return app;
      const anothers = list.some((other) => other.appId !== appId && other.appSecret === secret);
      // 40001 is documented as "not this account's secret", 40125 as "not a valid secret".
      return refuse(anothers ? 40001 : 40125);
    },

    /** A setting that is `undefined` goes back to its default. Throws for an AppID nobody has. */
    change(changes: AppSettings, appId = original.appId): SimulatedApp {
      const app = byId.get(appId);
      if (app === undefined) throw new Error(`The simulator has no app ${appId}.`);
      const changed = { ...app, ...changes };
      byId.set(appId, changed);
      return changed;
    },

    reset(): void {
      for (const app of list) byId.set(app.appId, app);
    },
  };
}
