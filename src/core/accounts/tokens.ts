/** What may be known of an account's global access token, and fetching it by hand. The token itself stays in `wechat`. */
import type { TokenStatus } from '#shared/model/token.ts';
import { SecretMissing } from '../errors.ts';
import type { AccessTokens } from '../wechat/access-token.ts';
import type { Accounts } from './accounts.ts';
import type { RevealedToken, TokenService } from './token-service.ts';

export interface Tokens {
  /** @throws NotFound */
  status(accountId: string): TokenStatus;
  /**
   * Fetches a token now, never by force.
   * @throws NotFound, SecretMissing, WeChatRefused, WeChatUnreachable, TokenServiceFailed, TooSoon
   */
  refresh(accountId: string): Promise<TokenStatus>;
  /**
   * Has WeChat replace the stable token, for everybody who uses it.
   * @throws NotFound, SecretMissing, WrongTokenMode, WeChatRefused, WeChatUnreachable, TooSoon
   */
  force(accountId: string): Promise<TokenStatus>;
  /**
   * A new key with which other systems may read the token; the one before it stops working. Told this once.
   * @throws NotFound, WrongTokenMode, StorageFailed
   */
  openService(accountId: string): string;
  /** @throws NotFound, StorageFailed */
  closeService(accountId: string): void;
  /**
   * The token for who has the key, or null: wrong key, no such account, or a closed service, without a hint which.
   * @param isDoubted WeChat refused the token that the asker was given last.
   * @throws WrongTokenMode, SecretMissing, WeChatRefused, WeChatUnreachable
   */
  reveal(accountId: string, key: string, isDoubted: boolean): Promise<RevealedToken | null>;
}

export function createTokens({
  accessTokens,
  accounts,
  service,
}: {
  accessTokens: Pick<AccessTokens, 'status' | 'statusWithoutSecret' | 'refresh' | 'force'>;
  accounts: Pick<Accounts, 'get' | 'credentials'>;
  service: TokenService;
}): Tokens {
  return {
    status(accountId) {
      try {
        return accessTokens.status(accounts.credentials(accountId));
      } catch (error) {
        if (!(error instanceof SecretMissing)) throw error;
        const { appId, tokenMode } = accounts.get(accountId);
        return accessTokens.statusWithoutSecret(appId, tokenMode);
      }
    },
    refresh: async (accountId) => accessTokens.refresh(accounts.credentials(accountId)),
    force: async (accountId) => accessTokens.force(accounts.credentials(accountId)),
    openService: service.open,
    closeService: service.close,
    async reveal(accountId, key, isDoubted) {
      return service.admits(accountId, key) ? service.read(accountId, isDoubted) : null;
    },
  };
}
