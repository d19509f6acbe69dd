/** The organisation's token service as it is typed, and what of it is sent. Its bearer secret is never filled in. */
import type { SharedToken, SharedTokenInput } from '#shared/model/token.ts';
import { completeUrl } from '../public-url/complete-url.ts';

export interface SharedTokenDraft {
  serviceUrl: string;
  bearer: string;
  /** The stored bearer secret stays as it is; only where there is one. */
  bearerKept: boolean;
  tokenPointer: string;
  /** Empty: the service says nothing of the expiry. */
  expiryPointer: string;
}

/** The field names of OAuth 2.0, which WeChat and most services use too. */
const USUAL = { tokenPointer: '/access_token', expiryPointer: '/expires_in' } as const;

export function sharedTokenDraftOf(stored: SharedToken | null): SharedTokenDraft {
  return {
    serviceUrl: stored?.url ?? '',
    bearer: '',
    bearerKept: stored?.hasBearer ?? false,
    tokenPointer: stored?.tokenPointer ?? USUAL.tokenPointer,
    expiryPointer: stored ? (stored.expiryPointer ?? '') : USUAL.expiryPointer,
  };
}

/** A stored bearer secret goes to the service it was given for, and to no other. */
export function keepsBearer(
  { serviceUrl, bearerKept }: Pick<SharedTokenDraft, 'serviceUrl' | 'bearerKept'>,
  stored: SharedToken | null,
): boolean {
  return bearerKept && stored?.hasBearer === true && originOf(serviceUrl) === originOf(stored.url);
}

function originOf(url: string): string | null {
  return URL.canParse(completeUrl(url)) ? new URL(completeUrl(url)).origin : null;
}

/** What the contract takes. A kept bearer is left out, an emptied one is taken away. */
export function sharedTokenInputOf(draft: SharedTokenDraft, stored: SharedToken | null): SharedTokenInput {
  return {
    url: completeUrl(draft.serviceUrl),
    ...(keepsBearer(draft, stored) ? {} : { bearer: draft.bearer.trim() || null }),
    tokenPointer: draft.tokenPointer.trim(),
    expiryPointer: draft.expiryPointer.trim() || null,
  };
}

/** True when sending it would change what is stored. */
export function changesSharedToken(input: SharedTokenInput, stored: SharedToken | null): boolean {
  if (stored === null) return true;
  const { url, tokenPointer, expiryPointer } = stored;
  const bearerStays = input.bearer === undefined || (input.bearer === null && !stored.hasBearer);
  return !(
    bearerStays &&
    input.url === url &&
    input.tokenPointer === tokenPointer &&
    input.expiryPointer === expiryPointer
  );
}
