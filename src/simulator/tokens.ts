/**
 * The two kinds of global access_token and their rules. The rule above all: plain and stable tokens live side
 * by side and never touch each other; only a newer token of the same kind ends an older one.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getaccesstoken
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
import { newToken } from './identifiers.ts';
import type { Quota } from './quota.ts';
import { type Refusal, refuse } from './refusals.ts';

const lifetime = 7_200_000;
const overlap = 300_000;
const forceInterval = 30_000;
const forcesPerDay = 20;
const stablePerMinute = 10_000;

export interface TokenAnswer {
  access_token: string;
  /** Whole seconds left. */
  expires_in: number;
}

interface GlobalToken {
  value: string;
  appId: string;
  expiresAt: number;
  /** When a newer token ended this one; later than expiresAt while none has. */
  replacedAt: number;
}

interface StableState {
  current: GlobalToken | undefined;
  forcedAt: number;
  minute: number;
  callsThisMinute: number;
}

export type Tokens = ReturnType<typeof createTokens>;

export function createTokens({ clock, quota }: { clock: () => number; quota: Quota }) {
  const known = new Map<string, GlobalToken>();
  const plain = new Map<string, GlobalToken>();
  const stable = new Map<string, StableState>();
  const forces = new Map<string, number>();

  function issue(appId: string, now: number): GlobalToken {
    for (const token of known.values()) {
      // Kept for a day after its end so that an old token is told "expired", not "unknown".
      if (token.expiresAt + 86_400_000 < now) known.delete(token.value);
    }
    const expiresAt = now + lifetime;
    const token = { value: newToken(), appId, expiresAt, replacedAt: Number.POSITIVE_INFINITY };
    known.set(token.value, token);
    return token;
  }

  function answer(token: GlobalToken, now: number): TokenAnswer {
    return { access_token: token.value, expires_in: Math.floor((token.expiresAt - now) / 1000) };
  }

  function stableState(appId: string): StableState {
    let state = stable.get(appId);
    if (state === undefined) {
      state = { current: undefined, forcedAt: Number.NEGATIVE_INFINITY, minute: -1, callsThisMinute: 0 };
      stable.set(appId, state);
    }
    return state;
  }

  /** Whether a forced refresh may happen now: rarely, and never twice within half a minute. */
  function mayForce(appId: string, state: StableState, now: number): boolean | Refusal {
    if (now - state.forcedAt < forceInterval) return false;
    const key = `${appId} ${new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)}`;
    const before = forces.get(key) ?? 0;
    if (before >= forcesPerDay) return refuse(45009);
    forces.set(key, before + 1);
    state.forcedAt = now;
    return true;
  }

  return {
    /** `/cgi-bin/token`: always a new token; the one before it works five minutes more, or `overlapMs`. */
    fetchPlain(appId: string, overlapMs = overlap): TokenAnswer | Refusal {
      if (!quota.take(appId, '/cgi-bin/token')) return refuse(45009);
      const now = clock();
      const previous = plain.get(appId);
      if (previous !== undefined) previous.replacedAt = Math.min(previous.replacedAt, now + overlapMs);
      const token = issue(appId, now);
      plain.set(appId, token);
      return answer(token, now);
    },

    /** `/cgi-bin/stable_token`: the same token until its last five minutes, unless forced. */
    fetchStable(appId: string, force: boolean): TokenAnswer | Refusal {
      const now = clock();
      const state = stableState(appId);
      const minute = Math.floor(now / 60_000);
      if (minute !== state.minute) {
        state.minute = minute;
        state.callsThisMinute = 0;
      }
      state.callsThisMinute += 1;
      if (state.callsThisMinute > stablePerMinute) return refuse(45011);
      if (!quota.take(appId, '/cgi-bin/stable_token')) return refuse(45009);
      if (force) {
        const allowed = mayForce(appId, state, now);
        if (typeof allowed !== 'boolean') return allowed;
        if (allowed && state.current !== undefined) {
          state.current.replacedAt = now;
          state.current = undefined;
        }
      }
      if (state.current === undefined || state.current.expiresAt - now <= overlap) {
        state.current = issue(appId, now);
      }
      return answer(state.current, now);
    },

    /** The account a token opens. The codes: absent 41001, malformed 40014, unknown or replaced 40001, old 42001. */
    check(value: string | undefined): { appId: string } | Refusal {
      if (value === undefined || value === '') return refuse(41001);
      const token = known.get(value);
      if (token === undefined) return refuse(/^[\w-]+$/.test(value) ? 40001 : 40014);
      const now = clock();
      if (now >= token.expiresAt) return refuse(42001);
      if (now >= token.replacedAt) return refuse(40001);
      return token;
    },

    /** What another system does to us when it refreshes: every token of every kind is replaced at once. */
    dropAll(): void {
      for (const token of known.values()) token.replacedAt = Math.min(token.replacedAt, clock());
      plain.clear();
      for (const state of stable.values()) state.current = undefined;
    },

    reset(): void {
      known.clear();
      plain.clear();
      stable.clear();
      forces.clear();
    },
  };
}
