/** An account 公众号: an AppID with its AppSecret. The secret goes in and never comes out. */
import { z } from 'zod';
import { SharedToken, SharedTokenInput, TokenMode } from './token.ts';

/** Where WeChat really is; both can be replaced (relay, disaster recovery host, simulator). */
export const WECHAT_API_BASE_URL = 'https://api.weixin.qq.com';
export const WECHAT_AUTHORIZE_BASE_URL = 'https://open.weixin.qq.com';

/**
 * WeChat's hosts for the API: the one that resolves to the nearest centre, its recovery twin, and three named
 * centres. All serve the same account with the same token.
 * @see https://developers.weixin.qq.com/doc/service/guide/dev/api — 接口域名说明
 */
export const WECHAT_API_HOSTS = [
  'https://api.weixin.qq.com',
  'https://api2.weixin.qq.com',
  'https://sh.api.weixin.qq.com',
  'https://sz.api.weixin.qq.com',
  'https://hk.api.weixin.qq.com',
] as const;

/**
 * What kind of account it is, as its operator says: `service` = verified service account 认证服务号, `test` =
 * test account 测试号, `other` = any other, for which WeChat offers no web authorization.
 * @see https://developers.weixin.qq.com/doc/service/guide/dev/api — 接口权限
 */
export const AccountKind = z.enum(['service', 'test', 'other']);
export type AccountKind = z.infer<typeof AccountKind>;

/** An address that paths are put behind: a fragment would swallow them, and no server ever hears of one. */
export const BaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(300)
  // Half of a pair of characters cannot be written into a link.
  .transform((url) => url.toWellFormed().replace(/(#.*|[\s/])+$/s, ''));

const AppId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{4,64}$/);
const AppSecret = z.string().trim().min(1).max(256);
const AccountName = z.string().trim().min(1).max(60);

/**
 * State of the stored AppSecret: `unreadable` = sealed by another user, machine or key; `corrupt` = damaged on
 * disk. Both must be typed again.
 */
const SecretState = z.enum(['ok', 'missing', 'unreadable', 'corrupt']);
export type SecretState = z.infer<typeof SecretState>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  appId: z.string(),
  hasSecret: z.boolean(),
  /** The last four characters, or null: enough to recognise a secret, useless to misuse it. */
  secretHint: z.string().nullable(),
  secretState: SecretState,
  /** True when the secret is held in memory only and must be typed again after a restart. */
  secretVolatile: z.boolean(),
  /** Null while nobody has said. */
  kind: AccountKind.nullable(),
  publicUrl: z.string().nullable(),
  apiBaseUrl: z.string(),
  authorizeBaseUrl: z.string(),
  tokenMode: TokenMode,
  /** Where a `shared` token is read. */
  sharedToken: SharedToken.nullable(),
  /** True while other systems may read this account's token here, with a key of their own. */
  servesToken: z.boolean(),
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
  kind: AccountKind.nullable().default(null),
  /** Needed when `tokenMode` is `shared`. */
  sharedToken: SharedTokenInput.nullable().default(null),
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
  kind: AccountKind.nullable().optional(),
  sharedToken: SharedTokenInput.nullable().optional(),
});
export type AccountPatch = z.infer<typeof AccountPatch>;
