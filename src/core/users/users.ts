/** Looks people up by openid, a hundred at a time; a bad openid costs itself only. */
import type { LookupResult, User } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type Failure, NotFound } from '../errors.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import { failureOf } from '../wechat/reason.ts';
import { verdictOf } from '../wechat/user-info.ts';
import { canBeOpenid } from './openid.ts';

export interface Users {
  /**
   * Results in the order asked, duplicates included. Whatever keeps everybody from an answer is each one's
   * reason. @throws NotFound of the account, nothing else
   */
  lookup(accountId: string, openids: readonly string[]): Promise<LookupResult[]>;
}

export interface UserDependencies {
  client: { lookupMany: LookupMany };
  accounts: Pick<Accounts, 'credentials'>;
}

const REJECTED: Failure = { reason: 'openid_rejected', errcode: null };

function unknown(openid: string, { reason, errcode }: Failure): LookupResult {
  return { openid, verdict: 'unknown', reason, errcode, user: null };
}

function resultOf(openid: string, answer: User | Error | undefined): LookupResult {
  if (answer === undefined) return unknown(openid, { reason: 'no_subscribe', errcode: null });
  if (answer instanceof Error) return unknown(openid, failureOf(answer, 'lookup'));
  return { openid, ...verdictOf(answer), errcode: null, user: answer };
}

export function createUsers({ client, accounts }: UserDependencies): Users {
  async function ask(accountId: string, openids: readonly string[]): Promise<LookupResult[]> {
    try {
      const credentials = accounts.credentials(accountId);
      if (openids.length === 0) return [];
      const answers = await client.lookupMany(credentials, openids);
      return openids.map((openid, index) => resultOf(openid, answers[index]));
    } catch (error) {
      if (error instanceof NotFound) throw error;
      return openids.map((openid) => unknown(openid, failureOf(error, 'lookup')));
    }
  }

  return {
    async lookup(accountId, asked) {
      const openids = asked.map((openid) => openid.trim());
      const distinct = [...new Set(openids)].filter(canBeOpenid);
      const results = new Map(
        (await ask(accountId, distinct)).map((result) => [result.openid, result] as const),
      );
      return openids.map((openid) => results.get(openid) ?? unknown(openid, REJECTED));
    },
  };
}
