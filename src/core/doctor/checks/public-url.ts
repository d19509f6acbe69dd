/** Public URL: does the address that phones are sent back to keep WeChat's rules? Nobody is asked anything. */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import { originOf, passed, skipped, wrong } from '../finding.ts';
import { type Addresses, publicUrlOf } from '../public-address.ts';

export function checkPublicUrl(account: Account, host: Addresses): Finding {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) {
    // The sandbox's phones run on this machine; real ones cannot come to an address nobody told them.
    return account.sandbox ? skipped('public_url', 'sandbox') : wrong('public_url', 'warning', 'not_set');
  }
  const rules = publicUrlWarnings(publicUrl, account.kind);
  const url = originOf(publicUrl);
  const [first] = rules;
  if (first === undefined) return passed('public_url', { url });
  return wrong('public_url', 'warning', first, { url, rules: rules.join(' ') });
}
