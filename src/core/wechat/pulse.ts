/**
 * Whether WeChat answers, per account, from the calls that are made anyway. The rule: it asks nothing itself, so
 * that an account nobody scans costs no quota and is said to be silent only when a call failed. Calls overlap: one
 * that began before WeChat's latest answer proves no silence, whenever it fails.
 */
import type { Pulse } from '#shared/model/pulse.ts';
import type { WeChatCall } from './http.ts';

/** Milliseconds since the epoch, or null for never. */
export interface AccountPulse {
  answeredAt: number | null;
  /** When the latest call ended, answered or not. */
  askedAt: number | null;
  /** When the first call began that had no answer; later than `answeredAt`. */
  silentSince: number | null;
  /** The latest answers took so many milliseconds, the oldest first. */
  took: readonly number[];
}

export interface Pulses {
  note(call: Pick<WeChatCall, 'accountId' | 'startedAt' | 'ms' | 'unreachable'>): void;
  of(accountId: string): AccountPulse;
  forget(accountId: string): void;
}

/** A slow network shows within a few visits, one slow answer does not. */
const REMEMBERED = 12;
const UNHEARD: AccountPulse = { answeredAt: null, askedAt: null, silentSince: null, took: [] };

export function createPulses(): Pulses {
  const pulses = new Map<string, AccountPulse & { took: number[] }>();

  function pulseOf(accountId: string) {
    const known = pulses.get(accountId);
    if (known) return known;
    const fresh = { ...UNHEARD, took: [] };
    pulses.set(accountId, fresh);
    return fresh;
  }

  return {
    note({ accountId, startedAt, ms, unreachable }) {
      if (accountId === null) return;
      const pulse = pulseOf(accountId);
      const endedAt = startedAt + ms;
      pulse.askedAt = Math.max(pulse.askedAt ?? 0, endedAt);
      // A page of a captive portal or a broken relay is no answer of WeChat's either.
      if (unreachable === null) {
        pulse.answeredAt = Math.max(pulse.answeredAt ?? 0, endedAt);
        pulse.silentSince = null;
        pulse.took.push(Math.max(0, ms));
        if (pulse.took.length > REMEMBERED) pulse.took.shift();
      } else if (pulse.answeredAt === null || startedAt >= pulse.answeredAt) {
        pulse.silentSince = Math.min(pulse.silentSince ?? startedAt, startedAt);
      }
    },
    of: (accountId) => pulses.get(accountId) ?? UNHEARD,
    forget: (accountId) => void pulses.delete(accountId),
  };
}

/** As the contract tells it. `waiting`: visits that are asked about again by themselves. */
export function shownPulse(
  { answeredAt, askedAt, silentSince, took }: AccountPulse,
  waiting: number,
  askedToWait = 0,
): Pulse {
  return {
    waiting,
    askedToWait,
    answeredAt: timeOf(answeredAt),
    askedAt: timeOf(askedAt),
    latencyMs: medianOf(took),
    silentSince: timeOf(silentSince),
  };
}

/** The lower one of two: of a slow and a quick answer neither is the rule. */
function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
