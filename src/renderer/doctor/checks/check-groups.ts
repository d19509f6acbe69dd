/** The checks as an operator looks for them: what WeChat thinks of the account, the way to WeChat, the way back. */
import type { CheckName } from '#shared/model/doctor.ts';

export const CHECK_GROUPS = {
  account: ['credentials', 'whitelist', 'token', 'user_info', 'quota'],
  network: ['api_reachable', 'clock'],
  callback: ['callback', 'public_url', 'dns', 'tls', 'reachability', 'verification_file'],
} as const satisfies Record<string, readonly CheckName[]>;

export type CheckGroup = keyof typeof CHECK_GROUPS;

/** In the order they are shown, which is the order a person mends things in. */
export const GROUP_NAMES: readonly CheckGroup[] = ['account', 'network', 'callback'];
