import type { TokenMode } from '#shared/model/account.ts';

/** What a call to WeChat needs; never leaves the core. */
export interface Credentials {
  accountId: string;
  appId: string;
  appSecret: string;
  /** No trailing slash. */
  apiBaseUrl: string;
  tokenMode: TokenMode;
}
