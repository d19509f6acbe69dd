/**
 * Small questions that a doctor asks: does the token work, are the credentials accepted, from where does WeChat
 * call, what is left of a quota, what became of a call.
 */
import { isIP } from 'node:net';
import { WeChatRefused, WeChatUnreachable } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { Target, WeChatHttp } from './http.ts';
import type { WithToken } from './with-token.ts';

export interface Quota {
  dailyLimit: number;
  used: number;
  remain: number;
}

/** One call as WeChat remembers it, secrets and all: not to be handed on as it is. */
export interface RememberedCall {
  /** Milliseconds since the epoch. */
  invokedAt: number | null;
  ms: number | null;
  url: string;
  body: string;
  reply: string;
  clientIp: string | null;
}

/** Each of these @throws WeChatRefused, WeChatUnreachable */
export interface Probe {
  /** Whether WeChat speaks at this address: asked without a token, so that a refusal is an answer too. */
  reach(target: Target): Promise<void>;
  /**
   * Whether WeChat accepts this AppSecret from this address today, whatever token is still kept. Asked of
   * `stable_token`, never forced: it hands out the token in force and disturbs neither that nor a classic one.
   */
  acceptsCredentials(credentials: Credentials): Promise<void>;
  /** Addresses or CIDR ranges that WeChat pushes from; the cheapest proof that a token works. */
  callbackIps(credentials: Credentials): Promise<string[]>;
  /** @param path such as `/cgi-bin/user/info`: a leading slash, no host. */
  quota(credentials: Credentials, path: string): Promise<Quota>;
  /**
   * What WeChat remembers for seven days of a call by this account, `/sns/` calls excepted.
   * @see https://developers.weixin.qq.com/doc/service/api/base/api_getridinfo
   */
  rememberedCall(credentials: Credentials, rid: string): Promise<RememberedCall>;
}

const STABLE_TOKEN = '/cgi-bin/stable_token';
const CALLBACK_IPS = '/cgi-bin/getcallbackip';
const QUOTA_ENDPOINT = '/cgi-bin/openapi/quota/get';
const RID_ENDPOINT = '/cgi-bin/openapi/rid/get';

export function createProbe({ http, withToken }: { http: WeChatHttp; withToken: WithToken }): Probe {
  return {
    async reach(target) {
      await http.get(target, CALLBACK_IPS, { access_token: '' }).catch((error: unknown) => {
        if (!(error instanceof WeChatRefused)) throw error;
      });
    },
    async acceptsCredentials(credentials) {
      const { appId, appSecret } = credentials;
      const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret };
      await http.post(credentials, STABLE_TOKEN, {}, { ...asked, force_refresh: false });
    },
    async callbackIps(credentials) {
      const { ip_list: list } = await withToken(credentials, (token) =>
        http.get(credentials, CALLBACK_IPS, { access_token: token }),
      );
      if (!Array.isArray(list)) throw new WeChatUnreachable(CALLBACK_IPS, 'bad_reply', 'no ip_list');
      return list.filter((address): address is string => typeof address === 'string');
    },
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
    async rememberedCall(credentials, rid) {
      const reply = await withToken(credentials, (token) =>
        http.post(credentials, RID_ENDPOINT, { access_token: token }, { rid }),
      );
      if (typeof reply.request !== 'object' || reply.request === null) {
        throw new WeChatUnreachable(RID_ENDPOINT, 'bad_reply', 'no request');
      }
      const call = reply.request as Record<string, unknown>;
      const seconds = Number(call.invoke_time);
      const ip = textOf(call.client_ip).replace(/^::ffff:/i, '');
      return {
        invokedAt: seconds > 0 ? seconds * 1000 : null,
        ms: typeof call.cost_in_ms === 'number' ? call.cost_in_ms : null,
        url: textOf(call.request_url),
        body: textOf(call.request_body),
        reply: textOf(call.response_body),
        clientIp: isIP(ip) ? ip : null,
      };
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
