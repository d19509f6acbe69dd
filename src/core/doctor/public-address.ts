/** Which address phones are sent back to, and what is said of it. */
import type { Account } from '#shared/model/account.ts';
import type { CheckName, Finding } from '#shared/model/doctor.ts';
import type { Host } from '../host/host.ts';
import { skipped } from './finding.ts';

export type Addresses = Pick<Host, 'publicUrl' | 'listenerUrl'>;

/** The account's own address, else the host's; null when phones are sent to the bare listener. No trailing slash. */
export function publicUrlOf(account: Account, host: Addresses): string | null {
  if (account.publicUrl !== null) return account.publicUrl.replace(/\/+$/, '');
  const url = host.publicUrl();
  return account.sandbox || url === host.listenerUrl() ? null : url;
}

/** What every check of the public address says when there is none. */
export function withoutAddress(check: CheckName, account: Account): Finding {
  return skipped(check, account.sandbox ? 'sandbox' : 'not_set');
}
