/**
 * What is typed about an account, and what of it is sent. The contract's own schema judges each field, so
 * the form never refuses what the host would take; doubts about values that look swapped only warn.
 */

import {
  type Account,
  AccountInput,
  type AccountPatch,
  type TokenMode,
  WECHAT_API_BASE_URL,
  WECHAT_AUTHORIZE_BASE_URL,
} from '#shared/model/account.ts';
import { completeUrl } from '../public-url/complete-url.ts';

/** The form's fields as they are typed. `appSecret` is never filled in from the host: it has none to give. */
export interface AccountDraft {
  name: string;
  appId: string;
  appSecret: string;
  publicUrl: string;
  tokenMode: TokenMode;
  /** Empty means WeChat's own. */
  apiBaseUrl: string;
  authorizeBaseUrl: string;
}

export type TypedField = Exclude<keyof AccountDraft, 'tokenMode'>;
export type Problem = 'required' | 'malformed';
export type Doubt = 'appId_is_secret' | 'appId_unusual' | 'secret_is_appId' | 'secret_unusual';

const APP_ID = /^wx[0-9a-z]{16}$/i;
const APP_SECRET = /^[0-9a-f]{32}$/i;

export function emptyDraft(): AccountDraft {
  return {
    name: '',
    appId: '',
    appSecret: '',
    publicUrl: '',
    tokenMode: 'stable',
    apiBaseUrl: '',
    authorizeBaseUrl: '',
  };
}

/** A stored account, ready for changing. WeChat's own addresses show as empty fields. */
export function draftOf(account: Account): AccountDraft {
  return {
    name: account.name,
    appId: account.appId,
    appSecret: '',
    publicUrl: account.publicUrl ?? '',
    tokenMode: account.tokenMode,
    apiBaseUrl: account.apiBaseUrl === WECHAT_API_BASE_URL ? '' : account.apiBaseUrl,
    authorizeBaseUrl: account.authorizeBaseUrl === WECHAT_AUTHORIZE_BASE_URL ? '' : account.authorizeBaseUrl,
  };
}

/** What keeps a field from being sent, or null. */
export function problemOf(field: TypedField, typed: string, required: boolean): Problem | null {
  const value = field.endsWith('Url') ? completeUrl(typed) : typed.trim();
  if (value === '') return required ? 'required' : null;
  return AccountInput.shape[field].safeParse(value).success ? null : 'malformed';
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
  return null;
}

/** What `accounts.create` takes. */
export function inputOf(draft: AccountDraft): AccountInput {
  const { name, ...rest } = valuesOf(draft);
  return name === '' ? rest : { name, ...rest };
}

/** What `accounts.update` takes: only what differs, and the secret only when a new one was typed. */
export function patchOf(draft: AccountDraft, account: Account): AccountPatch {
  const { appSecret, ...values } = valuesOf(draft);
  const changed = Object.entries(values).filter(
    ([field, value]) =>
      value !== account[field as keyof typeof values] && !(field === 'name' && value === ''),
  );
  return { ...Object.fromEntries(changed), ...(appSecret === '' ? {} : { appSecret }) };
}

/** True when a patch changes what WeChat is asked with, so that it must be tried again. */
export function touchesCredentials(patch: AccountPatch): boolean {
  return (['appId', 'appSecret', 'apiBaseUrl', 'tokenMode'] as const).some((field) => field in patch);
}

function valuesOf(draft: AccountDraft) {
  return {
    name: draft.name.trim(),
    appId: draft.appId.trim(),
    appSecret: draft.appSecret.trim(),
    publicUrl: withoutSlash(completeUrl(draft.publicUrl)) || null,
    apiBaseUrl: withoutSlash(completeUrl(draft.apiBaseUrl)) || WECHAT_API_BASE_URL,
    authorizeBaseUrl: withoutSlash(completeUrl(draft.authorizeBaseUrl)) || WECHAT_AUTHORIZE_BASE_URL,
    tokenMode: draft.tokenMode,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
