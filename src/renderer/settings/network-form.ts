/** How WeChat is reached, as it is typed, and what of it is sent. The proxy's password is never filled in. */
import { type Network, NetworkPatch } from '#shared/model/network.ts';

export interface NetworkDraft {
  proxyUrl: string;
  proxyUser: string;
  proxyPassword: string;
  /** The stored password stays as it is; only where there is one. */
  passwordKept: boolean;
  /** Null while the field is empty. */
  connectSeconds: number | null;
  callSeconds: number | null;
}

export type NetworkProblem = 'malformed' | 'password_in_url' | 'required';

export function networkDraftOf(network: Network): NetworkDraft {
  return {
    proxyUrl: network.proxyUrl ?? '',
    proxyUser: network.proxyUser ?? '',
    proxyPassword: '',
    passwordKept: network.hasProxyPassword,
    connectSeconds: network.connectSeconds,
    callSeconds: network.callSeconds,
  };
}

/** A proxy is often known as `host:port` alone. */
export function completeProxyUrl(typed: string): string {
  const value = typed.trim();
  return /^[a-z0-9._-]+(:\d+)?\/?$/i.test(value) ? `http://${value}` : value;
}

/** A stored password goes to the proxy it was given for and to no other. */
export function keepsPassword(
  draft: Pick<NetworkDraft, 'proxyUrl' | 'passwordKept'>,
  network: Network,
): boolean {
  return draft.passwordKept && network.hasProxyPassword && proxyUrlOf(draft.proxyUrl) === network.proxyUrl;
}

function proxyUrlOf(typed: string): string | null {
  return completeProxyUrl(typed).replace(/\/+$/, '') || null;
}

/** What `host.changeNetwork` takes: only what differs. Without a proxy its user and password go too. */
export function networkPatchOf(draft: NetworkDraft, network: Network): NetworkPatch {
  const proxyUrl = proxyUrlOf(draft.proxyUrl);
  const proxyUser = proxyUrl === null ? null : draft.proxyUser.trim() || null;
  const typed = proxyUrl === null || draft.proxyPassword === '' ? null : draft.proxyPassword;
  const keeps = keepsPassword(draft, network);
  const { connectSeconds, callSeconds } = draft;
  return {
    ...(proxyUrl === network.proxyUrl ? {} : { proxyUrl }),
    ...(proxyUser === network.proxyUser ? {} : { proxyUser }),
    ...(keeps || (typed === null && !network.hasProxyPassword) ? {} : { proxyPassword: typed }),
    ...(connectSeconds === null || connectSeconds === network.connectSeconds ? {} : { connectSeconds }),
    ...(callSeconds === null || callSeconds === network.callSeconds ? {} : { callSeconds }),
  };
}

/** What keeps a field from being sent, or null. */
export function networkProblemOf(
  field: Exclude<keyof NetworkDraft, 'passwordKept'>,
  typed: string | number | null,
): NetworkProblem | null {
  if (field === 'connectSeconds' || field === 'callSeconds') {
    if (typed === null) return 'required';
    return NetworkPatch.shape[field].safeParse(typed).success ? null : 'malformed';
  }
  const value = field === 'proxyUrl' ? completeProxyUrl(String(typed ?? '')) : String(typed ?? '').trim();
  if (value === '') return null;
  if (field === 'proxyUrl' && /^https?:\/\/[^/]*@/i.test(value)) return 'password_in_url';
  return NetworkPatch.shape[field].safeParse(value).success ? null : 'malformed';
}
