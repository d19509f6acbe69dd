/**
 * Where a token comes from. The rule: in `shared` mode never from WeChat; what does come from WeChat is
 * counted, because WeChat counts it too.
 */
import type { Clock } from '../environment.ts';
import { WeChatUnreachable } from '../errors.ts';
import type { TokenFetches } from '../storage/sqlite/token-fetches.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import type { ReadSharedToken } from './shared-token.ts';
import { type FetchedToken, fetchToken } from './token-fetch.ts';

export interface TokenSource {
  /**
   * @param isDoubted WeChat has just refused the token that was had last.
   * @throws WeChatRefused, WeChatUnreachable, TokenServiceFailed
   */
  fetch(credentials: Credentials, isDoubted: boolean): Promise<FetchedToken>;
  /**
   * Has WeChat drop the stable token and issue another; whether it did, the token alone can tell. Counted by
   * whoever asks, except where no answer came.
   * @throws WeChatRefused, WeChatUnreachable
   */
  force(credentials: Credentials): Promise<FetchedToken>;
}

export function createTokenSource(dependencies: {
  http: WeChatHttp;
  readShared: ReadSharedToken;
  fetches: TokenFetches;
  clock: Clock;
}): TokenSource {
  const { http, readShared, fetches, clock } = dependencies;

  function fromWeChat(credentials: Credentials, mode: 'stable' | 'classic', force: boolean) {
    void fetches.note(credentials.appId, 'fetched', clock.now());
    return fetchToken(http, credentials, mode, force);
  }

  return {
    async fetch(credentials, isDoubted) {
      const { tokenMode, sharedToken } = credentials;
      return tokenMode === 'shared'
        ? readShared(sharedToken ?? null, isDoubted)
        : fromWeChat(credentials, tokenMode, false);
    },
    async force(credentials) {
      try {
        return await fromWeChat(credentials, 'stable', true);
      } catch (error) {
        // It was heard, and the answer was lost: WeChat may have counted it.
        const isUncertain = error instanceof WeChatUnreachable && error.kind !== 'network';
        if (isUncertain) await fetches.note(credentials.appId, 'forced', clock.now());
        throw error;
      }
    },
  };
}
