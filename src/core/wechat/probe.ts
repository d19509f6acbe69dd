/** Small questions that a doctor asks: does the token work, whose addresses are whose, what is left of a quota. */

import { WeChatUnreachable } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import type { WithToken } from './with-token.ts';

export interface Quota {
  dailyLimit: number;
  used: number;
  remain: number;
}

/** Each of these @throws WeChatRefused, WeChatUnreachable */
export interface Probe {
  /** Addresses or CIDR ranges that WeChat pushes from; the cheapest proof that a token works. */
  callbackIps(credentials: Credentials): Promise<string[]>;
  /** Addresses or CIDR ranges of WeChat's own API. */
  apiDomainIps(credentials: Credentials): Promise<string[]>;
  /** @param path such as `/cgi-bin/user/info`: a leading slash, no host. */
  quota(credentials: Credentials, path: string): Promise<Quota>;
}

const QUOTA_ENDPOINT = '/cgi-bin/openapi/quota/get';

export function createProbe({ http, withToken }: { http: WeChatHttp; withToken: WithToken }): Probe {
  async function addresses(credentials: Credentials, endpoint: string): Promise<string[]> {
    const reply = await withToken(credentials, (token) =>
      http.get(credentials, endpoint, { access_token: token }),
    );
    if (!Array.isArray(reply.ip_list)) throw new WeChatUnreachable(endpoint, 'bad_reply', 'no ip_list');
    return reply.ip_list.filter((address): address is string => typeof address === 'string');
  }

  return {
    callbackIps: (credentials) => addresses(credentials, '/cgi-bin/getcallbackip'),
    apiDomainIps: (credentials) => addresses(credentials, '/cgi-bin/get_api_domain_ip'),
    async quota(credentials, path) {
      const reply = await withToken(credentials, (token) =>
        http.post(credentials, QUOTA_ENDPOINT, { access_token: token }, { cgi_path: path }),
      );
      if (typeof reply.quota !== 'object' || reply.quota === null) {
        throw new WeChatUnreachable(QUOTA_ENDPOINT, 'bad_reply', 'no quota');
      }
      const { daily_limit, used, remain } = reply.quota as Record<string, unknown>;
      return { dailyLimit: Number(daily_limit), used: Number(used), remain: Number(remain) };
    },
  };
}
