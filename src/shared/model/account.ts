/** An account 公众号: an AppID with its AppSecret. The secret goes in and never comes out. */
import { z } from 'zod';

/** Where WeChat really is; both can be replaced (relay, disaster recovery host, simulator). */
export const WECHAT_API_BASE_URL = 'https://api.weixin.qq.com';
export const WECHAT_AUTHORIZE_BASE_URL = 'https://open.weixin.qq.com';

/**
 * How the global access token is fetched: `stable` = POST /cgi-bin/stable_token, which does not disturb
 * other systems; `classic` = GET /cgi-bin/token, which does.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
export const TokenMode = z.enum(['stable', 'classic']);
export type TokenMode = z.infer<typeof TokenMode>;

const BaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .transform((url) => url.replace(/\/+$/, ''));

const AppId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{4,64}$/);
const AppSecret = z.string().trim().min(1).max(256);
const AccountName = z.string().trim().min(1).max(60);

/** State of the stored AppSecret: `unreadable` = sealed by another user or machine, must be typed again. */
export const SecretState = z.enum(['ok', 'missing', 'unreadable']);
export type SecretState = z.infer<typeof SecretState>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  appId: z.string(),
  hasSecret: z.boolean(),
  /** The last four characters, or null: enough to recognise a secret, useless to misuse it. */
  secretHint: z.string().nullable(),
  secretState: SecretState,
  publicUrl: z.string().nullable(),
  apiBaseUrl: z.string(),
  authorizeBaseUrl: z.string(),
  tokenMode: TokenMode,
  /** True when this account's WeChat is the bundled simulator. */
  sandbox: z.boolean(),
  /** What would make WeChat refuse `publicUrl`; warnings only. */
  publicUrlWarnings: z.array(z.string()),
});
export type Account = z.infer<typeof Account>;

export const AccountInput = z.object({
  name: AccountName.optional(),
  appId: AppId,
  appSecret: AppSecret,
  publicUrl: BaseUrl.nullable().default(null),
  apiBaseUrl: BaseUrl.default(WECHAT_API_BASE_URL),
  authorizeBaseUrl: BaseUrl.default(WECHAT_AUTHORIZE_BASE_URL),
  tokenMode: TokenMode.default('stable'),
});
export type AccountInput = z.infer<typeof AccountInput>;

export const AccountPatch = z.object({
  name: AccountName.optional(),
  appId: AppId.optional(),
  appSecret: AppSecret.optional(),
  publicUrl: BaseUrl.nullable().optional(),
  apiBaseUrl: BaseUrl.optional(),
  authorizeBaseUrl: BaseUrl.optional(),
  tokenMode: TokenMode.optional(),
});
export type AccountPatch = z.infer<typeof AccountPatch>;

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
  /** Set when tokens died early more than once: another system fetches this account's token. */
  stolenAt: z.iso.datetime().nullable(),
});
export type TokenStatus = z.infer<typeof TokenStatus>;
