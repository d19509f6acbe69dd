/**
 * One person as `user/info` describes them. Only `subscribe` decides a verdict: no other field may stand in
 * for it, and a reply without it says nothing.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo
 */
import type { User } from '#shared/model/user.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';
import type { WeChatReply } from './reply.ts';

/** The last second of the year 9999, in Unix seconds: what four digits can write. */
const END_OF_TIME = 253_402_300_799;

/** @param openid the one asked about, should the reply not repeat it. */
export function parseUser(reply: WeChatReply, openid: string): User {
  return {
    openid: text(reply.openid) ?? openid,
    subscribe: flag(reply.subscribe),
    subscribeTime: time(reply.subscribe_time),
    subscribeScene: text(reply.subscribe_scene),
    unionid: text(reply.unionid),
    language: text(reply.language),
    remark: text(reply.remark),
    groupId: number(reply.groupid),
    tagIds: numbers(reply.tagid_list),
    qrScene: number(reply.qr_scene),
    qrSceneStr: text(reply.qr_scene_str),
    nickname: text(reply.nickname),
    headImgUrl: text(reply.headimgurl),
    sex: number(reply.sex),
    city: text(reply.city),
    province: text(reply.province),
    country: text(reply.country),
  };
}

export function verdictOf(user: User): { verdict: Verdict; reason: Reason | null } {
  if (user.subscribe === null) return { verdict: 'unknown', reason: 'no_subscribe' };
  return { verdict: user.subscribe ? 'followed' : 'not_followed', reason: null };
}

function flag(value: unknown): boolean | null {
  if (value === 1 || value === '1' || value === true) return true;
  if (value === 0 || value === '0' || value === false) return false;
  return null;
}

/** WeChat writes '' for "none". */
function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function number(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return value.map(number).filter((entry) => entry !== null);
}

/** Unix seconds. 0 is what the platform writes when it does not know. */
function time(value: unknown): string | null {
  const seconds = number(value);
  if (seconds === null || seconds <= 0 || seconds > END_OF_TIME) return null;
  return new Date(seconds * 1000).toISOString();
}
