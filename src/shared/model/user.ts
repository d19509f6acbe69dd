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
  /** The beginning of an openid or unionid, or part of a remark. */
  q: z.string().max(128).optional(),
  tag: z.coerce.number().int().optional(),
  scene: z.string().max(64).optional(),
  /** When they followed. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** `present` unless told otherwise; the others compare the last two complete readings. */
  change: z.enum(['new', 'left', 'returned']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
export type FollowerQuery = z.infer<typeof FollowerQuery>;

export const FollowerPage = z.object({
  items: z.array(Follower),
  total: z.number(),
  /** False when there may be more than `total`: more than were worth counting. */
  totalIsExact: z.boolean(),
  nextCursor: z.string().nullable(),
  /** When the directory was last completely read from WeChat; null before the first sync. */
  asOf: z.iso.datetime().nullable(),
});
export type FollowerPage = z.infer<typeof FollowerPage>;

/** What the last complete reading found changed since the one before. */
export const FollowerChanges = z.object({
  /** Null before the second complete reading. */
  since: z.iso.datetime().nullable(),
  asOf: z.iso.datetime().nullable(),
  new: z.number(),
  left: z.number(),
  returned: z.number(),
});
export type FollowerChanges = z.infer<typeof FollowerChanges>;

/**
 * `waiting` = WeChat's rate limit, gone on with by itself at `resumesAt` · `paused` = by hand · `done` = the last
 * reading is complete · `idle` = none was begun, or (`total` is not null) one stopped when an earlier session ended.
 */
export const SyncProgress = z.object({
  accountId: z.string(),
  state: z.enum(['idle', 'running', 'paused', 'waiting', 'done', 'failed']),
  /** Different people read; of the last complete reading while none is unfinished. */
  fetched: z.number(),
  /** WeChat's own count, null before it said one. Once all is read it may differ a little from `fetched`: say so. */
  total: z.number().nullable(),
  /** Finished pages of user/get. */
  pages: z.number(),
  /** People a second over the last minute; null before anything can be said. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  resumesAt: z.iso.datetime().nullable(),
  reason: Reason.nullable(),
  errcode: z.number().nullable(),
});
export type SyncProgress = z.infer<typeof SyncProgress>;
