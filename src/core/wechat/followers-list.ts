/**
 * One page of the openids that follow an account, at most 10,000.
 * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
 */
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import type { WithToken } from './with-token.ts';

export interface FollowersPage {
  total: number;
  count: number;
  openids: string[];
  /** Empty at the end. */
  nextOpenid: string;
}

/** After `nextOpenid` of the page before; empty = from the start. @throws WeChatRefused, WeChatUnreachable */
export type FollowersPageOf = (credentials: Credentials, nextOpenid: string) => Promise<FollowersPage>;

export function createFollowersPage(dependencies: {
  http: WeChatHttp;
  withToken: WithToken;
}): FollowersPageOf {
  const { http, withToken } = dependencies;

  return async function followersPage(credentials, nextOpenid) {
    const reply = await withToken(credentials, (token) =>
      http.get(credentials, '/cgi-bin/user/get', { access_token: token, next_openid: nextOpenid }),
    );
    const openids = openidsOf(reply.data);
    const next = reply.next_openid;
    return {
      total: countOf(reply.total) ?? openids.length,
      count: countOf(reply.count) ?? openids.length,
      openids,
      // An empty page ends the list, whatever it names.
      nextOpenid: openids.length > 0 && typeof next === 'string' ? next : '',
    };
  };
}

/** `data` is left out when a page is empty. */
function openidsOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('openid' in data) || !Array.isArray(data.openid))
    return [];
  return data.openid.filter((openid): openid is string => typeof openid === 'string' && openid !== '');
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? value : null;
}
