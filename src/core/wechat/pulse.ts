/**
 * Whether WeChat answers, per account, from the calls that are made anyway. The rule: it asks nothing itself, so
 * that an account nobody scans costs no quota and is said to be silent only when a call failed.
 */
import type { Pulse } from '#shared/model/pulse.ts';
import type { WeChatCall } from './http.ts';

export interface AccountPulse {
  /** Milliseconds since the epoch. */
  answeredAt: number | null;
  latencyMs: number | null;
  silentSince: number | null;
}

export interface Pulses {
  note(call: Pick<WeChatCall, 'accountId' | 'startedAt' | 'ms' | 'unreachable'>): void;
  of(accountId: string): AccountPulse;
  forget(accountId: string): void;
}

/** The weight of the latest answer: a slow network shows within a few visits, one slow answer does not. */
const WEIGHT = 0.15;
const UNHEARD: AccountPulse = { answeredAt: null, latencyMs: null, silentSince: null };

export function createPulses(): Pulses {
  const pulses = new Map<string, AccountPulse>();

  function after(before: AccountPulse, { startedAt, ms, unreachable }: Parameters<Pulses['note']>[0]) {
    const endedAt = startedAt + ms;
    // A page of a captive portal or a broken relay is no answer of WeChat's either.
    if (unreachable !== null) return { ...before, silentSince: before.silentSince ?? endedAt };
    const latencyMs = before.latencyMs === null ? ms : before.latencyMs + (ms - before.latencyMs) * WEIGHT;
    return { answeredAt: endedAt, latencyMs, silentSince: null };
  }

  return {
    note(call) {
      const { accountId } = call;
      if (accountId !== null) pulses.set(accountId, after(pulses.get(accountId) ?? UNHEARD, call));
    },
    of: (accountId) => pulses.get(accountId) ?? UNHEARD,
    forget: (accountId) => void pulses.delete(accountId),
  };
}

/** As the contract tells it. `waiting`: visits that are asked about again by themselves. */
export function shownPulse({ answeredAt, latencyMs, silentSince }: AccountPulse, waiting: number): Pulse {
  return {
    waiting,
    answeredAt: timeOf(answeredAt),
    latencyMs: latencyMs === null ? null : Math.round(latencyMs),
    silentSince: timeOf(silentSince),
  };
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
