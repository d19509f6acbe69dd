/**
 * The global access token: one fetch however many ask, renewed before it dies and while callers go on using
 * the old one, dropped only by those whom it really failed. Forced by nobody but an operator.
 */
import type { TokenMode, TokenStatus } from '#shared/model/token.ts';
import type { Clock, Logger } from '../environment.ts';
import { TooSoon, type WeChatRefused, WrongTokenMode } from '../errors.ts';
import type { TokenFetches } from '../storage/sqlite/token-fetches.ts';
import type { Credentials } from './credentials.ts';
import type { Wait } from './patience.ts';
import { createTokenFlights } from './token-flight.ts';
import { createForceLimit, FORCED_APART_MS } from './token-force.ts';
import { FAILURE_LASTS, isDueForRenewal, isInForce, isUsable, type TokenSlot } from './token-slot.ts';
import { createTokenSlots } from './token-slots.ts';
import type { TokenSource } from './token-source.ts';
import { tokenStatus } from './token-status.ts';
import type { StoredToken, TokenStore } from './token-store.ts';
import { noteRefusal } from './token-theft.ts';

export interface AccessTokens {
  /** A token that was good when last heard of. @throws WeChatRefused, WeChatUnreachable, TokenServiceFailed */
  get(credentials: Credentials): Promise<string>;
  /** The same, with how long it lives. @throws as `get` */
  hold(credentials: Credentials): Promise<{ token: string; expiresAt: number }>;
  /** WeChat refused this token: forgets it, unless a newer one is already there. */
  rejected(credentials: Credentials, failedToken: string, refusal: WeChatRefused): void;
  status(credentials: Credentials): TokenStatus;
  /** Of an account whose secret cannot be had. */
  statusWithoutSecret(appId: string, mode: TokenMode): TokenStatus;
  /** Fetches now, never by force. @throws as `get`, TooSoon */
  refresh(credentials: Credentials): Promise<TokenStatus>;
  /**
   * Has WeChat drop the stable token for everybody who holds it, and issue another.
   * @throws WrongTokenMode, TooSoon (also when WeChat quietly kept the old one), WeChatRefused, WeChatUnreachable
   */
  force(credentials: Credentials): Promise<TokenStatus>;
  /** The account is gone, or its credentials are new. */
  forget(accountId: string): void;
}

const REFRESH_APART = 30_000;
/** For so long a token service is not believed when it hands out the token that WeChat has just refused. */
const DEAD_LASTS = 60_000;

export function createAccessTokens(dependencies: {
  source: TokenSource;
  store: TokenStore;
  fetches: TokenFetches;
  clock: Clock;
  logger: Logger;
  wait: Wait;
}): AccessTokens {
  const { store, fetches, clock, logger } = dependencies;
  const slots = createTokenSlots(store);
  const flights = createTokenFlights({ ...dependencies, slots });
  const forceLimit = createForceLimit(dependencies);

  async function hold(credentials: Credentials): Promise<StoredToken> {
    const slot = slots.of(credentials);
    const now = clock.now();
    const { current } = slot;
    if (current && isUsable(current, now)) {
      const isDue = isDueForRenewal(current, slot.mode, now);
      if (isDue && !slot.renewing && now >= slot.renewNotBefore) void flights.renew(slot, credentials);
      return current;
    }
    if (slot.waiting !== null) return slot.waiting;
    if (slot.failure && isInForce(slot.failure.until, now)) throw slot.failure.error;
    slot.waiting = flights.forCallers(slot, credentials).finally(() => {
      slot.waiting = null;
    });
    return slot.waiting;
  }

  function statusOf(slot: TokenSlot | null, appId: string, mode: TokenMode): TokenStatus {
    const now = clock.now();
    const use = { ...fetches.today(appId, now), forceAgainAt: forceLimit.againAt(appId) };
    return tokenStatus(slot, mode, use, now);
  }

  function status(credentials: Credentials): TokenStatus {
    return statusOf(slots.of(credentials), credentials.appId, credentials.tokenMode);
  }

  return {
    get: async (credentials) => (await hold(credentials)).token,
    hold,

    rejected(credentials, failedToken, refusal) {
      const slot = slots.of(credentials);
      if (slot.current?.token !== failedToken) return;
      const now = clock.now();
      const isNews = slot.stolenAt === null;
      const { theft, hopeless } = noteRefusal(slot, slot.current, refusal.errcode, now);
      if (theft && isNews) {
        const { accountId } = credentials;
        logger.warn({ accountId }, "another system is fetching this account's token");
      }
      if (slot.mode === 'shared') slot.dead = { token: failedToken, until: now + DEAD_LASTS };
      if (hopeless) slot.failure = { error: refusal, until: now + FAILURE_LASTS };
      slots.drop(failedToken);
    },

    status,
    statusWithoutSecret: (appId, mode) => statusOf(null, appId, mode),

    async refresh(credentials) {
      const slot = slots.of(credentials);
      const sinceLast = clock.now() - slot.refreshedAt;
      if (sinceLast >= 0 && sinceLast < REFRESH_APART)
        throw new TooSoon(Math.ceil((REFRESH_APART - sinceLast) / 1000));
      slot.refreshedAt = clock.now();
      try {
        await flights.once(slot, credentials);
      } catch (error) {
        // Nothing was fetched, and whoever mends the cause wants to see at once that it is mended.
        slot.refreshedAt = Number.NEGATIVE_INFINITY;
        throw error;
      }
      return status(credentials);
    },

    async force(credentials) {
      const { accountId, appId, tokenMode } = credentials;
      if (tokenMode !== 'stable') throw new WrongTokenMode(accountId, tokenMode);
      forceLimit.begin(appId);
      const slot = slots.of(credentials);
      const isReplaced = await flights.force(slot, credentials).catch((error: unknown) => {
        forceLimit.giveUp(appId);
        throw error;
      });
      // Somebody else forced it less than 30 s ago: WeChat answers as if it had done it again.
      if (!isReplaced) throw new TooSoon(FORCED_APART_MS / 1000);
      await fetches.note(appId, 'forced', clock.now());
      return status(credentials);
    },

    forget: slots.forget,
  };
}
