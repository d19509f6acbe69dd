import type { TokenMode } from '#shared/model/token.ts';

/** The organisation's token service, with its key. */
export interface SharedTokenSource {
  url: string;
  /** Sent as `Authorization: Bearer …`. */
  bearer: string | null;
  tokenPointer: string;
  expiryPointer: string | null;
}

/** What a call to WeChat needs; never leaves the core. */
export interface Credentials {
  accountId: string;
  appId: string;
  appSecret: string;
  /** No trailing slash. */
  apiBaseUrl: string;
  tokenMode: TokenMode;
  /** Where the token is read in `shared` mode. */
  sharedToken?: SharedTokenSource | null;
}
