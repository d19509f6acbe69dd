/**
 * The two ways to fetch a global access token. `stable` hands the same token to everyone who asks. Forcing
 * makes it drop that token, is limited to 20 a day and throws out every other user of it: only an operator
 * does that, never FollowDesk by itself.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getaccesstoken
 */

import { WeChatUnreachable } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import { numberOf } from './reply.ts';

const ENDPOINTS = { stable: '/cgi-bin/stable_token', classic: '/cgi-bin/token' } as const;

/** What WeChat says a token lives, should a relay leave `expires_in` out. */
const NOMINAL_SECONDS = 7200;

export function isTokenEndpoint(endpoint: string): boolean {
  return endpoint === ENDPOINTS.stable || endpoint === ENDPOINTS.classic;
}

export interface FetchedToken {
  token: string;
  lifeMs: number;
}

/** @throws WeChatRefused, WeChatUnreachable */
export async function fetchToken(
  http: WeChatHttp,
  credentials: Credentials,
  mode: keyof typeof ENDPOINTS,
  force: boolean,
): Promise<FetchedToken> {
  const endpoint = ENDPOINTS[mode];
  const asked = {
    grant_type: 'client_credential',
    appid: credentials.appId,
    secret: credentials.appSecret,
  };
  // Without an explicit force_refresh some accounts are answered 41002.
  const reply =
    mode === 'stable'
      ? await http.post(credentials, endpoint, {}, { ...asked, force_refresh: force })
      : await http.get(credentials, endpoint, asked);
  const token = reply.access_token;
  if (typeof token !== 'string' || token === '') {
    throw new WeChatUnreachable(endpoint, 'bad_reply', 'no access_token');
  }
  const seconds = numberOf(reply.expires_in);
  return { token, lifeMs: (seconds > 0 ? seconds : NOMINAL_SECONDS) * 1000 };
}
