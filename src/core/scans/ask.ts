/**
 * WeChat's two answers as values: whoever asks on behalf of a visitor gets a failure with its reason, never
 * an exception, because a visitor must always be told something.
 */
import type { User } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Logger } from '../environment.ts';
import type { Failure } from '../errors.ts';
import type { Decision } from '../storage/scan-store.ts';
import type { Credentials } from '../wechat/credentials.ts';
import { failureOf } from '../wechat/reason.ts';
import { decided, undecided } from './decision.ts';

export interface Identity {
  openid: string;
  unionid: string | null;
  snapshotUser: boolean;
}

/** What is needed of the WeChat client. */
export interface WeChatForVisitors {
  exchangeCode(credentials: Credentials, code: string): Promise<Identity>;
  lookup(credentials: Credentials, openid: string): Promise<User>;
}

export interface Ask {
  exchange(accountId: string, code: string): Promise<Identity | { failure: Failure }>;
  aboutFollow(accountId: string, openid: string, unionid: string | null): Promise<Decision>;
}

export function createAsk(
  wechat: WeChatForVisitors,
  accounts: Pick<Accounts, 'credentials'>,
  logger: Logger,
): Ask {
  function failed(error: unknown, call: 'exchange' | 'lookup'): Failure {
    const failure = failureOf(error, call);
    logger.warn({ ...failure, call, detail: error instanceof Error ? error.message : null }, 'no verdict');
    return failure;
  }

  return {
    async exchange(accountId, code) {
      try {
        return await wechat.exchangeCode(accounts.credentials(accountId), code);
      } catch (error) {
        return { failure: failed(error, 'exchange') };
      }
    },
    async aboutFollow(accountId, openid, unionid) {
      try {
        return decided(await wechat.lookup(accounts.credentials(accountId), openid), openid, unionid);
      } catch (error) {
        return undecided(failed(error, 'lookup'), openid, unionid);
      }
    },
  };
}
