/**
 * The page a phone is sent to. WeChat matches the link against a pattern: these parameters, in this order,
 * then the fragment, or the page does not open.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth
 */
import type { Scope } from '#shared/model/entry.ts';

export interface AuthorizeUrlParts {
  /** No trailing slash. */
  authorizeBaseUrl: string;
  appId: string;
  /** Absolute, with its scheme; encoded here. */
  redirectUri: string;
  scope: Scope;
  /** At most 128 of a-z, A-Z, 0-9. */
  state: string;
}

export function authorizeUrl({
  authorizeBaseUrl,
  appId,
  redirectUri,
  scope,
  state,
}: AuthorizeUrlParts): string {
  return (
    `${authorizeBaseUrl}/connect/oauth2/authorize?appid=${encodeURIComponent(appId)}` +
    `&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&scope=${scope}` +
    `&state=${encodeURIComponent(state)}#wechat_redirect`
  );
}
