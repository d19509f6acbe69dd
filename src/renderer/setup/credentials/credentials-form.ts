/** What is typed in the guide about an account's credentials, and what of it is sent. */
import {
  type Account,
  type AccountInput,
  type AccountKind,
  type AccountPatch,
  WECHAT_API_BASE_URL,
  WECHAT_AUTHORIZE_BASE_URL,
} from '#shared/model/account.ts';
import { completeUrl } from '../../public-url/complete-url.ts';

/** As typed. `appSecret` is never filled in from the host; an empty address means WeChat's own. */
export interface CredentialsDraft {
  name: string;
  appId: string;
  appSecret: string;
  apiBaseUrl: string;
  authorizeBaseUrl: string;
}

export function credentialsOf(account: Account | null): CredentialsDraft {
  return {
    name: account?.name ?? '',
    appId: account?.appId ?? '',
    appSecret: '',
    apiBaseUrl: shown(account?.apiBaseUrl, WECHAT_API_BASE_URL),
    authorizeBaseUrl: shown(account?.authorizeBaseUrl, WECHAT_AUTHORIZE_BASE_URL),
  };
}

/** What `accounts.create` takes. */
export function newAccountOf(
  draft: CredentialsDraft,
  kind: AccountKind | null,
): Pick<AccountInput, 'appId' | 'appSecret' | 'apiBaseUrl' | 'authorizeBaseUrl' | 'kind'> & {
  name?: string;
} {
  const { name, ...values } = valuesOf(draft);
  return { ...values, kind, ...(name === '' ? {} : { name }) };
}

/** What `accounts.update` takes: only what differs, and the secret only when a new one was typed. */
export function changesOf(draft: CredentialsDraft, account: Account): AccountPatch {
  const { name, appSecret, ...values } = valuesOf(draft);
  const patch: AccountPatch = {};
  if (name !== '' && name !== account.name) patch.name = name;
  if (appSecret !== '') patch.appSecret = appSecret;
  for (const field of ['appId', 'apiBaseUrl', 'authorizeBaseUrl'] as const) {
    if (values[field] !== account[field]) patch[field] = values[field];
  }
  return patch;
}

function valuesOf(draft: CredentialsDraft) {
  return {
    name: draft.name.trim(),
    appId: draft.appId.trim(),
    appSecret: draft.appSecret.trim(),
    apiBaseUrl: addressOf(draft.apiBaseUrl) || WECHAT_API_BASE_URL,
    authorizeBaseUrl: addressOf(draft.authorizeBaseUrl) || WECHAT_AUTHORIZE_BASE_URL,
  };
}

function addressOf(typed: string): string {
  return completeUrl(typed).replace(/\/+$/, '');
}

function shown(address: string | undefined, ordinary: string): string {
  return address === undefined || address === ordinary ? '' : address;
}
