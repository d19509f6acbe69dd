/**
 * What is typed about an account, and what of it is sent. The contract's own schema judges each field, so
 * the form never refuses what the host would take; doubts about values that look swapped only warn.
 */

import {
  type Account,
  AccountInput,
  type AccountKind,
  type AccountPatch,
  WECHAT_AUTHORIZE_BASE_URL,
} from '#shared/model/account.ts';
import { SharedTokenInput, type TokenMode } from '#shared/model/token.ts';
import { completeUrl } from '../public-url/complete-url.ts';
import { type ApiHost, apiAddressOf, apiHostOf } from './api-host.ts';
import {
  changesSharedToken,
  type SharedTokenDraft,
  sharedTokenDraftOf,
  sharedTokenInputOf,
} from './shared-token-form.ts';

/** The form's fields as they are typed. Secrets are never filled in from the host: it has none to give. */
export interface AccountDraft extends SharedTokenDraft {
  name: string;
  kind: AccountKind | null;
  appId: string;
  appSecret: string;
  publicUrl: string;
  tokenMode: TokenMode;
  apiHost: ApiHost;
  /** Only read when `apiHost` is `relay`. */
  apiBaseUrl: string;
  /** Empty means WeChat's own. */
  authorizeBaseUrl: string;
}

export type TypedField = Exclude<keyof AccountDraft, 'kind' | 'tokenMode' | 'apiHost' | 'bearerKept'>;
export type Problem = 'required' | 'malformed';
export type Doubt =
  | 'appId_is_secret'
  | 'appId_unusual'
  | 'secret_is_appId'
  | 'secret_unusual'
  | 'not_encrypted';

const APP_ID = /^wx[0-9a-z]{16}$/i;
const APP_SECRET = /^[0-9a-f]{32}$/i;
/** Plain http to another machine: whoever is between reads the secrets. */
const OPEN_LINE = /^http:\/\/(?!localhost\b|127\.|\[::1\])/i;

const { name, appId, appSecret, publicUrl, apiBaseUrl, authorizeBaseUrl } = AccountInput.shape;
const { url: serviceUrl, bearer, tokenPointer, expiryPointer } = SharedTokenInput.shape;
const SCHEMAS = {
  ...{ name, appId, appSecret, publicUrl, apiBaseUrl, authorizeBaseUrl },
  ...{ serviceUrl, bearer, tokenPointer, expiryPointer },
} as const satisfies Record<TypedField, unknown>;

export function emptyDraft(): AccountDraft {
  return {
    name: '',
    kind: null,
    appId: '',
    appSecret: '',
    publicUrl: '',
    tokenMode: 'stable',
    apiHost: 'nearest',
    apiBaseUrl: '',
    authorizeBaseUrl: '',
    ...sharedTokenDraftOf(null),
  };
}

/** A stored account, ready for changing. WeChat's own authorize page shows as an empty field. */
export function draftOf(account: Account): AccountDraft {
  const apiHost = apiHostOf(account.apiBaseUrl);
  return {
    name: account.name,
    kind: account.kind,
    appId: account.appId,
    appSecret: '',
    publicUrl: account.publicUrl ?? '',
    tokenMode: account.tokenMode,
    apiHost,
    apiBaseUrl: apiHost === 'relay' ? account.apiBaseUrl : '',
    authorizeBaseUrl: account.authorizeBaseUrl === WECHAT_AUTHORIZE_BASE_URL ? '' : account.authorizeBaseUrl,
    ...sharedTokenDraftOf(account.sharedToken),
  };
}

/** What keeps a field from being sent, or null. */
export function problemOf(field: TypedField, typed: string, required: boolean): Problem | null {
  const value = field.endsWith('Url') ? completeUrl(typed) : typed.trim();
  if (value === '') return required ? 'required' : null;
  return SCHEMAS[field].safeParse(value).success ? null : 'malformed';
}

/** What looks mistaken about a value that may well be right: real WeChat ids have a fixed form, relays' may not. */
export function doubtOf(field: TypedField, typed: string): Doubt | null {
  const value = typed.trim();
  if (value === '') return null;
  if (field === 'appId' && !APP_ID.test(value)) {
    return APP_SECRET.test(value) ? 'appId_is_secret' : 'appId_unusual';
  }
  if (field === 'appSecret' && !APP_SECRET.test(value)) {
    return APP_ID.test(value) ? 'secret_is_appId' : 'secret_unusual';
  }
  if ((field === 'apiBaseUrl' || field === 'serviceUrl') && OPEN_LINE.test(value)) return 'not_encrypted';
  return null;
}

/** What `accounts.create` takes. */
export function inputOf(draft: AccountDraft): AccountInput {
  const { name, ...rest } = valuesOf(draft);
  const sharedToken = draft.tokenMode === 'shared' ? sharedTokenInputOf(draft, null) : null;
  return { ...(name === '' ? {} : { name }), ...rest, sharedToken };
}

/** What `accounts.update` takes: only what differs, and a secret only when a new one was typed. */
export function patchOf(draft: AccountDraft, account: Account): AccountPatch {
  const { appSecret, ...values } = valuesOf(draft);
  const changed = Object.entries(values).filter(
    ([field, value]) =>
      value !== account[field as keyof typeof values] && !(field === 'name' && value === ''),
  );
  // Another mode keeps what is known of the service: it may come back.
  const sharedToken = draft.tokenMode === 'shared' ? sharedTokenInputOf(draft, account.sharedToken) : null;
  return {
    ...Object.fromEntries(changed),
    ...(appSecret === '' ? {} : { appSecret }),
    ...(sharedToken && changesSharedToken(sharedToken, account.sharedToken) ? { sharedToken } : {}),
  };
}

/** True when a patch changes what WeChat is asked with, so that it must be tried again. */
export function touchesCredentials(patch: AccountPatch): boolean {
  return (['appId', 'appSecret', 'apiBaseUrl', 'tokenMode', 'sharedToken'] as const).some(
    (field) => field in patch,
  );
}

function valuesOf(draft: AccountDraft) {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    appId: draft.appId.trim(),
    appSecret: draft.appSecret.trim(),
    publicUrl: withoutSlash(completeUrl(draft.publicUrl)) || null,
    apiBaseUrl: apiAddressOf(draft.apiHost, withoutSlash(completeUrl(draft.apiBaseUrl))),
    authorizeBaseUrl: withoutSlash(completeUrl(draft.authorizeBaseUrl)) || WECHAT_AUTHORIZE_BASE_URL,
    tokenMode: draft.tokenMode,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
