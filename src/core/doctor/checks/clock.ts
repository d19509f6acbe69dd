/**
 * Clock: does this machine agree with WeChat about the time? Scans are dated and certificates judged by this
 * machine's clock. Asked without a token: any answer of the API's host carries a Date.
 */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { Clock } from '../../environment.ts';
import type { OutboundFetch } from '../../wechat/outbound.ts';
import type { Facts } from '../causes.ts';
import { passed, skipped, wrong } from '../finding.ts';
import { codeOf } from '../surroundings.ts';

/** A Date has whole seconds and travels; a minute is beyond all of that. */
const TOLERATED_SECONDS = 60;
/** Beyond that nobody can tell from the records who came when, and certificates begin to look invalid. */
const FATAL_SECONDS = 300;

export async function checkClock(
  { apiBaseUrl }: Pick<Account, 'apiBaseUrl'>,
  fetch: OutboundFetch,
  clock: Clock,
): Promise<Finding> {
  const startedAt = clock.now();
  const date = await dateOf(apiBaseUrl, fetch).catch(codeOf);
  if (date === 'CERT_HAS_EXPIRED' || date === 'CERT_NOT_YET_VALID')
    return wrong('clock', 'warning', 'certificate_time', { detail: date });
  const there = Date.parse(date ?? '');
  if (Number.isNaN(there)) return skipped('clock', 'no_time');
  const here = (startedAt + clock.now()) / 2;
  const skewSeconds = Math.round((here - there) / 1000);
  const facts: Facts = { skewSeconds: String(skewSeconds), wechatTime: new Date(there).toISOString() };
  if (Math.abs(skewSeconds) > FATAL_SECONDS) return wrong('clock', 'failed', 'far_off', facts);
  if (Math.abs(skewSeconds) > TOLERATED_SECONDS) return wrong('clock', 'warning', 'skewed', facts);
  return passed('clock', facts);
}

async function dateOf(url: string, fetch: OutboundFetch): Promise<string | null> {
  const response = await fetch(url, { method: 'HEAD' });
  await response.body?.cancel();
  return response.headers.get('date');
}
