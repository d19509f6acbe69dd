/** What WeChat will not like about an address while it is typed, for this kind of account. */
import type { AccountKind } from '#shared/model/account.ts';
import { type PublicUrlRule, publicUrlWarnings } from '#shared/model/public-url.ts';
import { completeUrl } from '../../public-url/complete-url.ts';

/** Names of the rules it breaks; none while there is nothing yet that could be a URL. */
export function typedRules(typed: string, kind: AccountKind | null): PublicUrlRule[] {
  const url = completeUrl(typed);
  if (!/^https?:\/\/[^/]/i.test(url)) return [];
  return publicUrlWarnings(url, kind);
}
