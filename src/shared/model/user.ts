/** What WeChat says about a person, in our words, with every field of its reply that exists today. */
import { z } from 'zod';
import { Reason, Verdict } from './verdict.ts';

/**
 * nickname, headimgurl (gone since 2021-12-27), sex, city, province and country (no longer filled) stay
 * optional: old relays and the origin document still name them.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo
 */
export const User = z.object({
  openid: z.string(),
  subscribe: z.boolean().nullable(),
  subscribeTime: z.iso.datetime().nullable(),
  subscribeScene: z.string().nullable(),
  unionid: z.string().nullable(),
  language: z.string().nullable(),
  remark: z.string().nullable(),
  groupId: z.number().nullable(),
  tagIds: z.array(z.number()),
  qrScene: z.number().nullable(),
  qrSceneStr: z.string().nullable(),
  nickname: z.string().nullable(),
  headImgUrl: z.string().nullable(),
  sex: z.number().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
  country: z.string().nullable(),
});
export type User = z.infer<typeof User>;

export const Openid = z.string().trim().min(1).max(128);

export const LookupResult = z.object({
  openid: z.string(),
  verdict: Verdict,
  reason: Reason.nullable(),
  errcode: z.number().nullable(),
  user: User.nullable(),
});
export type LookupResult = z.infer<typeof LookupResult>;

/** A row of the account's follower directory. */
export const Follower = z.object({
  openid: z.string(),
  unionid: z.string().nullable(),
  remark: z.string().nullable(),
  tagIds: z.array(z.number()),
  subscribeTime: z.iso.datetime().nullable(),
  subscribeScene: z.string().nullable(),
  language: z.string().nullable(),
});
export type Follower = z.infer<typeof Follower>;

export const FollowerQuery = z.object({
  accountId: z.string(),
  q: z.string().max(128).optional(),
  tag: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
export type FollowerQuery = z.infer<typeof FollowerQuery>;

export const FollowerPage = z.object({
  items: z.array(Follower),
  total: z.number(),
  nextCursor: z.string().nullable(),
  /** When the directory was last completely read from WeChat; null before the first sync. */
  asOf: z.iso.datetime().nullable(),
});
export type FollowerPage = z.infer<typeof FollowerPage>;

export const SyncProgress = z.object({
  accountId: z.string(),
  state: z.enum(['idle', 'running', 'done', 'failed']),
  fetched: z.number(),
  total: z.number().nullable(),
  reason: Reason.nullable(),
  errcode: z.number().nullable(),
});
export type SyncProgress = z.infer<typeof SyncProgress>;
