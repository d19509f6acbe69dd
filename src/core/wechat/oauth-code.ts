/**
 * A visitor's code becomes an openid. The reply's user-level tokens are of no use here and are dropped on the
 * spot.
 * @see https://developers.weixin.qq.com/doc/service/api/webdev/access/api_snsaccesstoken
 */
import { WeChatUnreachable } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import { patiently, type Wait } from './patience.ts';
import { numberOf, type WeChatReply } from './reply.ts';

const EXCHANGE_ENDPOINT = '/sns/oauth2/access_token';

export interface OauthIdentity {
  openid: string;
  /** Only with snsapi_userinfo. */
  unionid: string | null;
  /** True: a snapshot page, and the openid is a virtual one. */
  snapshotUser: boolean;
  scope: string | null;
}

export type ExchangeCode = (credentials: Credentials, code: string) => Promise<OauthIdentity>;

/**
 * A code works once and for five minutes. After a time-out it may or may not be used up, so it is sent once more
 * while the first answer may still come: if neither brings an openid, 40163 means that the answer was lost on the way.
 */
export function createExchangeCode({ http, wait }: { http: WeChatHttp; wait: Wait }): ExchangeCode {
  /** @throws WeChatRefused, WeChatUnreachable */
  return async function exchangeCode(credentials, code) {
    const query = {
      appid: credentials.appId,
      secret: credentials.appSecret,
      code,
      grant_type: 'authorization_code',
    };
    const late: Promise<WeChatReply>[] = [];
    const ask = () => http.get(credentials, EXCHANGE_ENDPOINT, query, (reply) => late.push(reply));
    try {
      return identityOf(await patiently(ask, wait));
    } catch (error) {
      if (!(error instanceof WeChatUnreachable && error.kind === 'timeout')) throw error;
      const again = http.get(credentials, EXCHANGE_ENDPOINT, query);
      return identityOf(await Promise.any([again, ...late]).catch(() => again));
    }
  };
}

function identityOf(reply: WeChatReply): OauthIdentity {
  const { openid, unionid, scope } = reply;
  if (typeof openid !== 'string' || openid.trim() === '') {
    throw new WeChatUnreachable(EXCHANGE_ENDPOINT, 'bad_reply', 'no openid');
  }
  return {
    openid: openid.trim(),
    unionid: typeof unionid === 'string' && unionid.trim() !== '' ? unionid.trim() : null,
    // Present only on snapshot pages, where it is 1.
    snapshotUser: numberOf(reply.is_snapshotuser) === 1,
    scope: typeof scope === 'string' ? scope : null,
  };
}
