/** WeChat's own API hosts by name, and the one address that is none of them: a relay of the organisation's own. */
import { WECHAT_API_HOSTS } from '#shared/model/account.ts';

const [nearest, recovery, shanghai, shenzhen, hongkong] = WECHAT_API_HOSTS;

const ADDRESSES = { nearest, recovery, shanghai, shenzhen, hongkong } as const;

export type NamedHost = keyof typeof ADDRESSES;
export type ApiHost = NamedHost | 'relay';

/** In the order they are offered. */
export const API_HOSTS: readonly ApiHost[] = [
  'nearest',
  'recovery',
  'shanghai',
  'shenzhen',
  'hongkong',
  'relay',
];

/** Which of them an address is. */
export function apiHostOf(url: string): ApiHost {
  return API_HOSTS.find((host) => host !== 'relay' && ADDRESSES[host] === url) ?? 'relay';
}

/** The address a choice means; `relay` is what was typed. */
export function apiAddressOf(host: ApiHost, relay: string): string {
  return host === 'relay' ? relay : ADDRESSES[host];
}
