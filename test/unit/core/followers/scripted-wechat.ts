/** A WeChat that holds a list of people and says what it is told to: pages of any size, faults on demand. */

import type { Accounts } from '#core/accounts/accounts.ts';
import { NotFound, WeChatRefused } from '#core/errors.ts';
import type { WeChatForSyncs } from '#core/followers/sync-run.ts';
import type { Credentials } from '#core/wechat/credentials.ts';
import type { WeChatTags } from '#core/wechat/tags.ts';
import type { User } from '#shared/model/user.ts';
import { anAccount } from '../../../support/an-account.ts';

export function person(openid: string, fields: Partial<User> = {}): User {
  return {
    openid,
    subscribe: true,
    subscribeTime: '2026-03-01T08:00:00.000Z',
    subscribeScene: 'ADD_SCENE_QR_CODE',
    unionid: null,
    language: 'zh_CN',
    remark: null,
    groupId: 0,
    tagIds: [],
    qrScene: null,
    qrSceneStr: null,
    nickname: null,
    headImgUrl: null,
    sex: null,
    city: null,
    province: null,
    country: null,
    ...fields,
  };
}

/** `count` people, `o0000` on, the later the newer. */
export function crowd(count: number): User[] {
  return Array.from({ length: count }, (_, index) =>
    person(`o${String(index).padStart(4, '0')}`, {
      subscribeTime: new Date(1_700_000_000_000 + index * 60_000).toISOString(),
    }),
  );
}

export function refused(errcode: number): WeChatRefused {
  return new WeChatRefused({ errcode, rid: null, endpoint: '/cgi-bin/user/info/batchget', ip: null });
}

export interface ScriptedWeChat extends WeChatForSyncs {
  tags: WeChatTags;
  people: User[];
  /** Every `nextOpenid` asked for, and every openid looked up. */
  pagesAsked: string[];
  lookedUp: string[];
  /** Runs before each answer and may delay it; what it throws is the answer of the page, or of each person. */
  beforePage: (nextOpenid: string) => void | Promise<void>;
  beforeLookup: (openids: readonly string[]) => void | Promise<void>;
  /** Answers about single people that differ from the list. */
  answers: Map<string, User | Error>;
}

export function createScriptedWeChat(people: User[], pageSize: number): ScriptedWeChat {
  const wechat: ScriptedWeChat = {
    people,
    pagesAsked: [],
    lookedUp: [],
    beforePage() {},
    beforeLookup() {},
    answers: new Map(),
    tags: {
      list: async () => [],
      create: async (_credentials, name) => ({ id: 100, name, count: 0 }),
      async rename() {},
      async remove() {},
      async put() {},
      async remark() {},
    },
    async followersPage(_credentials, nextOpenid) {
      wechat.pagesAsked.push(nextOpenid);
      await wechat.beforePage(nextOpenid);
      const start = wechat.people.findIndex(({ openid }) => openid === nextOpenid) + 1;
      const openids = wechat.people.slice(start, start + pageSize).map(({ openid }) => openid);
      return {
        total: wechat.people.length,
        count: openids.length,
        openids,
        nextOpenid: openids.at(-1) ?? '',
      };
    },
    async lookupMany(_credentials, openids) {
      wechat.lookedUp.push(...openids);
      try {
        await wechat.beforeLookup(openids);
      } catch (error) {
        return openids.map(() => error as Error);
      }
      return openids.map((openid) => {
        const known = wechat.people.find((someone) => someone.openid === openid);
        return wechat.answers.get(openid) ?? known ?? refused(40003);
      });
    },
  };
  return wechat;
}

export const account = anAccount({
  apiBaseUrl: 'http://127.0.0.1:9',
  authorizeBaseUrl: 'http://127.0.0.1:9',
});

const credentials: Credentials = {
  accountId: account.id,
  appId: account.appId,
  appSecret: 'secret',
  apiBaseUrl: account.apiBaseUrl,
  tokenMode: account.tokenMode,
};

/** Knows `acc` only. */
export const accounts: Pick<Accounts, 'get' | 'credentials'> = {
  get(id) {
    if (id !== account.id) throw new NotFound('account', id);
    return account;
  },
  credentials(id) {
    if (id !== account.id) throw new NotFound('account', id);
    return credentials;
  },
};
