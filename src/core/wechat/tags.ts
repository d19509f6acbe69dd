/**
 * Tags and remarks as WeChat keeps them: each function is one call, within the limits the caller has to keep.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tagmanage/api_createtag
 */
import type { Tag } from '#shared/model/tag.ts';
import { NotFound, WeChatRefused, WeChatUnreachable } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { WeChatHttp } from './http.ts';
import type { WeChatReply } from './reply.ts';
import type { WithToken } from './with-token.ts';

/** What WeChat takes in one batchtagging or batchuntagging. */
export const LARGEST_TAGGING = 50;

/** WeChat's "no such tag id". */
const NO_SUCH_TAG = 45159;

/** All of them throw WeChatRefused, WeChatUnreachable; those that name a tag NotFound, when it does not exist. */
export interface WeChatTags {
  list(credentials: Credentials): Promise<Tag[]>;
  create(credentials: Credentials, name: string): Promise<Tag>;
  rename(credentials: Credentials, id: number, name: string): Promise<void>;
  remove(credentials: Credentials, id: number): Promise<void>;
  /** At most fifty different openids; all of them get (or lose) the tag, or none does. */
  put(credentials: Credentials, id: number, openids: readonly string[], add: boolean): Promise<void>;
  /** An empty remark is none. */
  remark(credentials: Credentials, openid: string, remark: string): Promise<void>;
}

export function createWeChatTags({
  http,
  withToken,
}: {
  http: WeChatHttp;
  withToken: WithToken;
}): WeChatTags {
  function post(credentials: Credentials, endpoint: string, body: object): Promise<WeChatReply> {
    return withToken(credentials, (token) => http.post(credentials, endpoint, { access_token: token }, body));
  }

  async function postAbout(
    credentials: Credentials,
    id: number,
    endpoint: string,
    body: object,
  ): Promise<void> {
    try {
      await post(credentials, endpoint, body);
    } catch (error) {
      const isAbsent = error instanceof WeChatRefused && error.errcode === NO_SUCH_TAG;
      throw isAbsent ? new NotFound('tag', String(id)) : error;
    }
  }

  return {
    async list(credentials) {
      const endpoint = '/cgi-bin/tags/get';
      const reply = await withToken(credentials, (token) =>
        http.get(credentials, endpoint, { access_token: token }),
      );
      if (!Array.isArray(reply.tags)) throw new WeChatUnreachable(endpoint, 'bad_reply', 'no tags');
      return reply.tags.map(tagOf).filter((tag) => tag !== null);
    },
    async create(credentials, name) {
      const endpoint = '/cgi-bin/tags/create';
      const reply = await post(credentials, endpoint, { tag: { name } });
      const tag = tagOf(reply.tag);
      if (tag === null) throw new WeChatUnreachable(endpoint, 'bad_reply', 'no tag');
      return tag;
    },
    rename: (credentials, id, name) =>
      postAbout(credentials, id, '/cgi-bin/tags/update', { tag: { id, name } }),
    remove: (credentials, id) => postAbout(credentials, id, '/cgi-bin/tags/delete', { tag: { id } }),
    put(credentials, id, openids, add) {
      const endpoint = `/cgi-bin/tags/members/${add ? 'batchtagging' : 'batchuntagging'}`;
      return postAbout(credentials, id, endpoint, { openid_list: openids, tagid: id });
    },
    async remark(credentials, openid, remark) {
      await post(credentials, '/cgi-bin/user/info/updateremark', { openid, remark });
    },
  };
}

/** A new tag has no count yet. */
function tagOf(value: unknown): Tag | null {
  const { id, name, count = 0 } = (value ?? {}) as Record<string, unknown>;
  if (!Number.isInteger(id) || typeof name !== 'string') return null;
  return { id: Number(id), name, count: Number(count) || 0 };
}
