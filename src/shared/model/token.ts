/** What may be known of an account's global access token, and where it comes from; never the token itself. */
import { z } from 'zod';

/**
 * How the global access token is had: `stable` = POST /cgi-bin/stable_token, which does not disturb other
 * systems; `classic` = GET /cgi-bin/token, which does; `shared` = read from the organisation's own token
 * service, so that FollowDesk never fetches one.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
export const TokenMode = z.enum(['stable', 'classic', 'shared']);
export type TokenMode = z.infer<typeof TokenMode>;

/** RFC 6901, such as `/data/access_token`; the empty pointer is the whole answer. */
const JsonPointer = z
  .string()
  .trim()
  .max(200)
  .regex(/^(\/([^~]|~[01])*)?$/);

const ServiceUrl = z
  .url({ protocol: /^https?$/ })
  .trim()
  .max(500)
  // A password in an address would be stored and shown with it: the key has a field of its own.
  .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), { message: 'The key has a field of its own' });

/** The organisation's token service as it is kept: its bearer secret goes in and never comes out. */
export const SharedToken = z.object({
  url: z.string(),
  tokenPointer: z.string(),
  /** Null: the service says nothing of it, and the token is asked for again every five minutes. */
  expiryPointer: z.string().nullable(),
  hasBearer: z.boolean(),
});
export type SharedToken = z.infer<typeof SharedToken>;

export const SharedTokenInput = z.object({
  url: ServiceUrl,
  /** Sent as `Authorization: Bearer …`; absent keeps the stored one, null removes it. */
  bearer: z.string().trim().min(1).max(512).nullable().optional(),
  tokenPointer: JsonPointer.default('/access_token'),
  /**
   * Seconds left, a Unix time in seconds or milliseconds, or an ISO 8601 time: told apart by their size and
   * form.
   */
  expiryPointer: JsonPointer.nullable().default('/expires_in'),
});
export type SharedTokenInput = z.infer<typeof SharedTokenInput>;

/** What may be known about the global access token: everything but the token. */
export const TokenStatus = z.object({
  mode: TokenMode,
  cached: z.boolean(),
  fetchedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** Seconds left, never negative. */
  expiresIn: z.number().nullable(),
  /** Fetches since this host started. */
  fetches: z.number(),
  /** Fetches by this FollowDesk since midnight in China, when WeChat's quotas begin anew. */
  fetchesToday: z.number(),
  /** How often WeChat lets this mode's token be fetched in a day; null where WeChat is not asked. */
  dailyLimit: z.number().nullable(),
  /** Forced refreshes today; WeChat allows 20. */
  forcedToday: z.number(),
  /** When a forced refresh is possible again; null when it is possible now, or never in this mode. */
  forceAgainAt: z.iso.datetime().nullable(),
  /** Set when a token died early: another system fetches this account's token. When that was noticed. */
  stolenAt: z.iso.datetime().nullable(),
  /** About when the other system fetched: WeChat lets a replaced token live five more minutes. */
  takenAbout: z.iso.datetime().nullable(),
});
export type TokenStatus = z.infer<typeof TokenStatus>;
