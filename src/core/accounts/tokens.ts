/** What may be known of an account's global access token, and fetching it by hand. The token itself stays in `wechat`. */
import type { TokenStatus } from '#shared/model/account.ts';
import { SecretMissing } from '../errors.ts';
import type { AccessTokens } from '../wechat/access-token.ts';
import type { Accounts } from './accounts.ts';

export interface Tokens {
  /** @throws NotFound */
  status(accountId: string): TokenStatus;
  /** Fetches a token now, never by force. @throws NotFound, SecretMissing, WeChatRefused, WeChatUnreachable, TooSoon */
  refresh(accountId: string): Promise<TokenStatus>;
}

export function createTokens(
  accessTokens: Pick<AccessTokens, 'status' | 'refresh'>,
  accounts: Pick<Accounts, 'get' | 'credentials'>,
): Tokens {
  return {
    status(accountId) {
      try {
        return accessTokens.status(accounts.credentials(accountId));
      } catch (error) {
        // Without a secret there never was a token.
        if (!(error instanceof SecretMissing)) throw error;
        return {
          mode: accounts.get(accountId).tokenMode,
          cached: false,
          fetchedAt: null,
          expiresAt: null,
          expiresIn: null,
          fetches: 0,
          stolenAt: null,
        };
      }
    },
    refresh: async (accountId) => accessTokens.refresh(accounts.credentials(accountId)),
  };
}
