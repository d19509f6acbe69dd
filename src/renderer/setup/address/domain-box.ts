/**
 * What goes into WeChat's box for the web-authorization domain, given the public URL. A verified account's box
 * takes `host` or `host/path`; a test account's takes `host:port` and an IP as well. Neither takes a scheme.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
import type { AccountKind } from '#shared/model/account.ts';

/** Null while the URL is none. */
export function domainBoxOf(publicUrl: string, kind: AccountKind | null): string | null {
  const url = URL.parse(publicUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  // The parser writes hosts in lower case, which is what WeChat compares.
  if (kind === 'test') return url.host;
  return `${url.hostname}${url.pathname.replace(/\/+$/, '')}`;
}
