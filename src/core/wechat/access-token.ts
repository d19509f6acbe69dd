/**
 * The global access token: one fetch however many ask, renewed before it dies and while callers go on using
 * the old one, dropped only by those whom it really failed. Never forced.
 */
import type { TokenStatus } from '#shared/model/account.ts';
import type { Clock, Logger } from '../environment.ts';
import { TooSoon, WeChatRefused } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import { isBusy, type Wait } from './patience.ts';
import { fetchToken } from './token-fetch.ts';
import {
  fingerprint,
  isDueForRenewal,
  isUsable,
  newTokenSlot,
  noteRefusal,
  sameCredentials,
  type TokenSlot,
} from './token-slot.ts';
import { tokenStatus } from './token-status.ts';
import type { TokenStore } from './token-store.ts';

export interface AccessTokens {
  /** A token that was good when last heard of. @throws WeChatRefused, WeChatUnreachable */
  get(credentials: Credentials): Promise<string>;
  /** WeChat refused this token: forgets it, unless a newer one is already there. */
  rejected(credentials: Credentials, failedToken: string, refusal: WeChatRefused): void;
  status(credentials: Credentials): TokenStatus;
  /** Fetches now, never by force. @throws WeChatRefused, WeChatUnreachable, TooSoon */
  refresh(credentials: Credentials): Promise<TokenStatus>;
  /** The account is gone, or its credentials are new. */
  forget(accountId: string): void;
}

const CALLER_PAUSE = 1_000;
const RENEWAL_PAUSES = [0, 1_000, 2_000, 4_000];
const RENEWAL_REST = 10_000;
const REFRESH_APART = 30_000;
const FAILURE_LASTS = 2_000;
/** WeChat bars an IP that an administrator turned down for 1 h or 24 h; asking often does not help. */
const BAR_LASTS = 60_000;

export function createAccessTokens(dependencies: {
  http: WeChatHttp;
  store: TokenStore;
  clock: Clock;
  logger: Logger;
  wait: Wait;
}): AccessTokens {
  const { http, store, clock, logger, wait } = dependencies;
  const slots = new Map<string, TokenSlot>();
  const latest = new Map<string, { credentials: Credentials; slot: TokenSlot }>();

  function slotOf(credentials: Credentials): TokenSlot {
    const known = latest.get(credentials.accountId);
    if (known && sameCredentials(known.credentials, credentials)) return known.slot;
    const key = fingerprint(credentials);
    const slot = slots.get(key) ?? newTokenSlot(key, store.get(key));
    slots.set(key, slot);
    latest.set(credentials.accountId, { credentials, slot });
    return slot;
  }

  async function fetchNow(slot: TokenSlot, credentials: Credentials): Promise<string> {
    slot.fetches++;
    try {
      const { token, lifeMs } = await fetchToken(http, credentials);
      const now = clock.now();
      // The last token lived its life, so nobody is killing tokens (any more).
      if (slot.current && isDueForRenewal(slot.current, now)) {
        slot.deaths = [];
        slot.stolenAt = null;
      }
      slot.failure = null;
      const { accountId } = credentials;
      slot.current = { accountId, token, fetchedAt: now, expiresAt: now + lifeMs };
      // It may have been forgotten while WeChat was answering.
      if (slots.get(slot.key) === slot) store.put(slot.key, slot.current);
      return token;
    } catch (error) {
      slot.failure = { error, until: clock.now() + (isBar(error) ? BAR_LASTS : FAILURE_LASTS) };
      throw error;
    }
  }

  function fetchOnce(slot: TokenSlot, credentials: Credentials): Promise<string> {
    slot.flight ??= fetchNow(slot, credentials).finally(() => {
      slot.flight = null;
    });
    return slot.flight;
  }

  async function fetchForCallers(slot: TokenSlot, credentials: Credentials): Promise<string> {
    try {
      return await fetchOnce(slot, credentials);
    } catch (error) {
      if (!isBusy(error)) throw error;
      await wait(CALLER_PAUSE);
      return fetchOnce(slot, credentials);
    }
  }

  async function renew(slot: TokenSlot, credentials: Credentials): Promise<void> {
    slot.renewing = true;
    for (const pause of RENEWAL_PAUSES) {
      if (pause > 0) await wait(pause);
      const failure = await fetchOnce(slot, credentials).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      if (failure === null || !isBusy(failure.error)) break;
    }
    slot.renewNotBefore = clock.now() + RENEWAL_REST;
    slot.renewing = false;
  }

  return {
    async get(credentials) {
      const slot = slotOf(credentials);
      const now = clock.now();
      const { current } = slot;
      if (current && isUsable(current, now)) {
        if (isDueForRenewal(current, now) && !slot.renewing && now >= slot.renewNotBefore) {
          void renew(slot, credentials);
        }
        return current.token;
      }
      if (slot.waiting !== null) return slot.waiting;
      if (slot.failure && now < slot.failure.until) throw slot.failure.error;
      slot.waiting = fetchForCallers(slot, credentials).finally(() => {
        slot.waiting = null;
      });
      return slot.waiting;
    },

    rejected(credentials, failedToken, refusal) {
      const slot = slotOf(credentials);
      if (slot.current?.token !== failedToken) return;
      const now = clock.now();
      const { theft, hopeless } = noteRefusal(slot, slot.current, now);
      if (theft) {
        if (slot.stolenAt === null) {
          logger.warn(
            { accountId: credentials.accountId },
            "another system is fetching this account's token",
          );
        }
        slot.stolenAt = now;
      }
      if (hopeless) slot.failure = { error: refusal, until: now + FAILURE_LASTS };
      slot.current = null;
      store.remove(slot.key);
    },

    status: (credentials) => tokenStatus(slotOf(credentials), credentials.tokenMode, clock.now()),

    async refresh(credentials) {
      const slot = slotOf(credentials);
      const sinceLast = clock.now() - slot.refreshedAt;
      if (sinceLast < REFRESH_APART) throw new TooSoon(Math.ceil((REFRESH_APART - sinceLast) / 1000));
      slot.refreshedAt = clock.now();
      try {
        await fetchOnce(slot, credentials);
      } catch (error) {
        // Nothing was fetched, and whoever mends the cause wants to see at once that it is mended.
        slot.refreshedAt = Number.NEGATIVE_INFINITY;
        throw error;
      }
      return tokenStatus(slot, credentials.tokenMode, clock.now());
    },

    forget(accountId) {
      const known = latest.get(accountId);
      if (known) slots.delete(known.slot.key);
      latest.delete(accountId);
      store.forget(accountId);
    },
  };
}

function isBar(error: unknown): boolean {
  return error instanceof WeChatRefused && error.errcode >= 89501 && error.errcode <= 89507;
}
