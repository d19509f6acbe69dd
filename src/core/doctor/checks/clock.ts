/**
 * Clock: does this machine agree with WeChat about the time? Codes on screen expire, and scans are dated, by
 * this machine's clock. Asked without a token: any answer of the API's host carries a Date.
 */
import type { Finding } from '#shared/model/doctor.ts';
import type { Credentials } from '../../wechat/credentials.ts';
import { type Facts, passed, skipped, wrong } from '../finding.ts';
import type { PlainFetch } from '../plain-fetch.ts';

/** A Date has whole seconds and travels; a minute is beyond all of that. */
const TOLERATED_SECONDS = 60;

export async function checkClock(
  { apiBaseUrl }: Credentials,
  { fetch, clock, timeLimitMs }: PlainFetch,
): Promise<Finding> {
  const startedAt = clock.now();
  const date = await fetch(apiBaseUrl, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeLimitMs),
  }).then(
    (response) => Date.parse(response.headers.get('date') ?? ''),
    () => Number.NaN,
  );
  if (Number.isNaN(date)) return skipped('clock');
  const here = (startedAt + clock.now()) / 2;
  const skewSeconds = Math.round((here - date) / 1000);
  const facts: Facts = { skewSeconds: String(skewSeconds), wechatTime: new Date(date).toISOString() };
  if (Math.abs(skewSeconds) > TOLERATED_SECONDS) return wrong('clock', 'warning', 'skewed', facts);
  return passed('clock', facts);
}
