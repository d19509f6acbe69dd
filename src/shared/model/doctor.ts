/** What the doctor found: one finding per check, in the order a person would mend them. */
import { z } from 'zod';

/** In the order a person would mend what they find. */
export const CheckName = z.enum([
  /** Is there an AppSecret that opens, and does WeChat accept it with this AppID? */
  'credentials',
  /** Is this machine's public address on the account's list, and is it still the one seen before? */
  'whitelist',
  /** Can a global access token be had, and do others leave it alone? */
  'token',
  /** Does something that speaks WeChat answer at the API's address? */
  'api_reachable',
  /** May this account ask who follows it? */
  'user_info',
  /** How often will that still be answered today? */
  'quota',
  /** Is there a listener for phones to come back to? */
  'callback',
  /** Does the public URL keep WeChat's rules? */
  'public_url',
  /** Does its name resolve, and to an address that phones can reach? */
  'dns',
  /** Is its certificate one that phones accept, and for how long? */
  'tls',
  /** Does it lead to this FollowDesk? */
  'reachability',
  /** Is WeChat's proof of domain served there, word for word? */
  'verification_file',
  /** Does this machine agree with WeChat about the time? */
  'clock',
]);
export type CheckName = z.infer<typeof CheckName>;

export const Finding = z.object({
  check: CheckName,
  state: z.enum(['ok', 'warning', 'failed', 'skipped']),
  /** Who can mend it. */
  actor: z.enum(['none', 'operator', 'admin', 'wechat', 'app', 'user']),
  errcode: z.number().nullable(),
  /** A contract reason or the name of a rule (`not_https`, …); wording in `renderer/text`. */
  cause: z.string().nullable(),
  /** What was seen, copyable, without secrets: `ip`, `rid`, `ms`, `url`, … */
  facts: z.record(z.string(), z.string()),
});
export type Finding = z.infer<typeof Finding>;

export const DoctorReport = z.object({
  accountId: z.string(),
  at: z.iso.datetime(),
  healthy: z.boolean(),
  findings: z.array(Finding),
});
export type DoctorReport = z.infer<typeof DoctorReport>;

/** An address WeChat saw this machine call from. */
export const SeenIp = z.object({
  ip: z.string(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** What WeChat said to it last. */
  allowed: z.boolean(),
});
export type SeenIp = z.infer<typeof SeenIp>;

/**
 * One call as WeChat remembers it for seven days, secrets taken out. Calls below `/sns/` have none.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getridinfo
 */
export const RidReport = z.object({
  rid: z.string(),
  invokedAt: z.iso.datetime().nullable(),
  ms: z.number().nullable(),
  /** Path and query, without what is secret in it. */
  request: z.string(),
  body: z.string(),
  reply: z.string(),
  /** What the reply says, when it is an error. */
  errcode: z.number().nullable(),
  /** The address the call came from. */
  clientIp: z.string().nullable(),
});
export type RidReport = z.infer<typeof RidReport>;
