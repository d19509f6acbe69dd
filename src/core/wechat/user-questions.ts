/**
 * Asking WeChat about people: one by one, or up to a hundred at a time. A batch that fails as a whole, or
 * leaves people out, costs only itself: they are asked about singly.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_batchuserinfo
 */
import type { User } from '#shared/model/user.ts';
import type { Reason } from '#shared/model/verdict.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import { failureOf } from './reason.ts';
import type { WeChatReply } from './reply.ts';
import { parseUser } from './user-info.ts';
import type { WithToken } from './with-token.ts';

export const LARGEST_BATCH = 100;
const SINGLES_AT_ONCE = 16;
const LANG = 'zh_CN';

/** Reasons that may lie in the batch rather than in the account: somebody's openid, the interface itself. */
export const ASK_SINGLY: ReadonlySet<Reason> = new Set<Reason>([
  'openid_rejected',
  'platform_error',
  'permission',
  'quota',
  'bad_reply',
]);

/** Called once per openid, with the person and WeChat's own words about them, or with what went wrong. */
export type Settle = (openid: string, answer: User | Error, reply?: WeChatReply) => void;

export interface UserQuestions {
  /** Settles one with one call; never throws. */
  one(credentials: Credentials, openid: string, settle: Settle): Promise<User | Error>;
  /**
   * One call about at most a hundred different openids. Settles those whom the reply describes.
   * @returns those it leaves out. @throws what the whole call failed with; nobody is settled then.
   */
  batch(credentials: Credentials, openids: readonly string[], settle: Settle): Promise<string[]>;
  /**
   * At most a hundred different openids; settles each and never throws.
   * @returns false when batches are of no use to this account for now.
   */
  many(credentials: Credentials, openids: readonly string[], settle: Settle): Promise<boolean>;
  /** The same without trying a batch. */
  singly(credentials: Credentials, openids: readonly string[], settle: Settle): Promise<void>;
}

export function createUserQuestions({
  http,
  withToken,
}: {
  http: WeChatHttp;
  withToken: WithToken;
}): UserQuestions {
  async function one(credentials: Credentials, openid: string, settle: Settle): Promise<User | Error> {
    const reply = await withToken(credentials, (token) =>
      http.get(credentials, '/cgi-bin/user/info', { access_token: token, openid, lang: LANG }),
    ).catch(asError);
    if (reply instanceof Error) {
      settle(openid, reply);
      return reply;
    }
    const user = parseUser(reply, openid);
    settle(openid, user, reply);
    return user;
  }

  async function batch(
    credentials: Credentials,
    openids: readonly string[],
    settle: Settle,
  ): Promise<string[]> {
    const body = { user_list: openids.map((openid) => ({ openid, lang: LANG })) };
    const reply = await withToken(credentials, (token) =>
      http.post(credentials, '/cgi-bin/user/info/batchget', { access_token: token }, body),
    );
    const list: unknown[] = Array.isArray(reply.user_info_list) ? reply.user_info_list : [];
    const leftOut = new Set(openids);
    for (const item of list) {
      if (typeof item !== 'object' || item === null) continue;
      const user = parseUser(item as WeChatReply, '');
      if (user.subscribe === null || !leftOut.delete(user.openid)) continue;
      settle(user.openid, user, item as WeChatReply);
    }
    return [...leftOut];
  }

  async function singly(credentials: Credentials, openids: readonly string[], settle: Settle): Promise<void> {
    const rest = openids.values();
    async function worker(): Promise<void> {
      for (const openid of rest) await one(credentials, openid, settle);
    }
    await Promise.all(Array.from({ length: Math.min(SINGLES_AT_ONCE, openids.length) }, worker));
  }

  /** One goes ahead, so that what fails the whole account costs one more call and not a hundred. */
  async function afterRefusedBatch(
    credentials: Credentials,
    openids: readonly string[],
    settle: Settle,
  ): Promise<void> {
    const [first, ...others] = openids;
    if (first === undefined) return;
    const answer = await one(credentials, first, settle);
    if (answer instanceof Error && failureOf(answer, 'lookup').reason !== 'openid_rejected') {
      for (const openid of others) settle(openid, answer);
    } else await singly(credentials, others, settle);
  }

  async function many(
    credentials: Credentials,
    openids: readonly string[],
    settle: Settle,
  ): Promise<boolean> {
    if (openids.length < 2) {
      await singly(credentials, openids, settle);
      return true;
    }
    const leftOut = await batch(credentials, openids, settle).catch(asError);
    if (leftOut instanceof Error) {
      const { reason } = failureOf(leftOut, 'lookup');
      if (ASK_SINGLY.has(reason)) await afterRefusedBatch(credentials, openids, settle);
      else for (const openid of openids) settle(openid, leftOut);
      return !ASK_SINGLY.has(reason) || reason === 'openid_rejected';
    }
    await singly(credentials, leftOut, settle);
    return true;
  }

  return { one, batch, many, singly };
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
