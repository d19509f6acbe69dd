/**
 * Tokens on their way: one call at a time for each slot, whoever asks for it and why. What lands is everybody's
 * from that moment on; what fails is remembered for a moment, so that a crowd's failure is one call.
 */
import type { Clock } from '../environment.ts';
import { TokenServiceFailed, WeChatRefused } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { isBusy, type Wait } from './patience.ts';
import type { FetchedToken } from './token-fetch.ts';
import { BAR_LASTS, FAILURE_LASTS, isDueForRenewal, type TokenSlot } from './token-slot.ts';
import type { TokenSlots } from './token-slots.ts';
import type { TokenSource } from './token-source.ts';
import type { StoredToken, TokenStore } from './token-store.ts';
import { clearSuspicion } from './token-theft.ts';

/** Each @throws WeChatRefused, WeChatUnreachable, TokenServiceFailed */
export interface TokenFlights {
  /** Joins the call that is under way, or makes one. */
  once(slot: TokenSlot, credentials: Credentials): Promise<StoredToken>;
  /** The same, and once more a second later when WeChat or the service was only busy. */
  forCallers(slot: TokenSlot, credentials: Credentials): Promise<StoredToken>;
  /** In the background, more patiently. Never rejects. */
  renew(slot: TokenSlot, credentials: Credentials): Promise<void>;
  /**
   * Has the stable token replaced; false when WeChat kept the old one all the same. Who needs a token meanwhile
   * waits for the new one and, should that fail, for whichever is in force.
   */
  force(slot: TokenSlot, credentials: Credentials): Promise<boolean>;
}

const CALLER_PAUSE = 1_000;
const RENEWAL_PAUSES = [0, 1_000, 2_000, 4_000];
const RENEWAL_REST = 10_000;

export function createTokenFlights(dependencies: {
  source: TokenSource;
  slots: TokenSlots;
  store: TokenStore;
  clock: Clock;
  wait: Wait;
}): TokenFlights {
  const { source, slots, store, clock, wait } = dependencies;

  async function land(slot: TokenSlot, { accountId }: Credentials, fetching: Promise<FetchedToken>) {
    slot.fetches++;
    try {
      const { token, lifeMs } = await fetching;
      const now = clock.now();
      if (slot.dead?.token === token && now < slot.dead.until) throw new TokenServiceFailed('expired');
      if (slot.current && isDueForRenewal(slot.current, slot.mode, now)) clearSuspicion(slot);
      slot.failure = null;
      const current: StoredToken = { accountId, token, fetchedAt: now, expiresAt: now + lifeMs };
      slot.current = current;
      // It may have been forgotten while WeChat was answering.
      if (slots.has(slot)) store.put(slot.key, current);
      return current;
    } catch (error) {
      // WeChat bars an IP that an administrator turned down for 1 h or 24 h; asking often does not help.
      slot.failure = { error, until: clock.now() + (isBar(error) ? BAR_LASTS : FAILURE_LASTS) };
      throw error;
    }
  }

  function start(slot: TokenSlot, credentials: Credentials): Promise<StoredToken> {
    const isDoubted = slot.dead !== null && clock.now() < slot.dead.until;
    return land(slot, credentials, source.fetch(credentials, isDoubted));
  }

  function track(slot: TokenSlot, flight: Promise<StoredToken>): Promise<StoredToken> {
    slot.flight = flight.finally(() => {
      slot.flight = null;
    });
    return slot.flight;
  }

  function once(slot: TokenSlot, credentials: Credentials): Promise<StoredToken> {
    return slot.flight ?? track(slot, start(slot, credentials));
  }

  return {
    once,
    async forCallers(slot, credentials) {
      try {
        return await once(slot, credentials);
      } catch (error) {
        if (!mayBeBetterSoon(error)) throw error;
        await wait(CALLER_PAUSE);
        return once(slot, credentials);
      }
    },
    async renew(slot, credentials) {
      slot.renewing = true;
      for (const pause of RENEWAL_PAUSES) {
        if (pause > 0) await wait(pause);
        const failure = await once(slot, credentials).then(
          () => null,
          (error: unknown) => ({ error }),
        );
        if (failure === null || !mayBeBetterSoon(failure.error)) break;
      }
      slot.renewNotBefore = clock.now() + RENEWAL_REST;
      slot.renewing = false;
    },
    async force(slot, credentials) {
      let old: StoredToken | null = null;
      // A fetch on its way would bring the old token back.
      while (old === null || slot.flight !== null) {
        if (slot.flight !== null) await slot.flight.catch(() => undefined);
        old = slot.current ?? (await once(slot, credentials));
      }
      slots.drop(old.token);
      const forced = land(slot, credentials, source.force(credentials));
      const flight = forced.catch(() => start(slot, credentials));
      track(slot, flight).catch(() => undefined);
      return (await forced).token !== old.token;
    },
  };
}

function isBar(error: unknown): boolean {
  if (error instanceof TokenServiceFailed) return error.kind === 'refused';
  return error instanceof WeChatRefused && error.errcode >= 89501 && error.errcode <= 89507;
}

function mayBeBetterSoon(error: unknown): boolean {
  return isBusy(error) || (error instanceof TokenServiceFailed && (error.status ?? 0) >= 500);
}
