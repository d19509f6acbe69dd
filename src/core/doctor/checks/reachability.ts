/**
 * Reachability: does the public URL lead to this FollowDesk? Its `/healthz` is asked for as a phone would ask,
 * and must carry the mark of this start: another FollowDesk answers just as well, for other people's scans. A
 * router that does not let a machine call itself by its public name answers nothing at all: no answer in time
 * is a doubt, a wrong answer is a failure.
 */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { Host } from '../../host/host.ts';
import type { Facts } from '../causes.ts';
import { blocked, originOf, passed, wrong } from '../finding.ts';
import { type Addresses, publicUrlOf, withoutAddress } from '../public-address.ts';
import { codeOf, isTimeout, isTlsCode, type Surroundings } from '../surroundings.ts';
import { titleOf } from '../web-page.ts';

/** The header that carries it; see `server/callback/routes.ts`. */
export const INSTANCE_HEADER = 'x-followdesk-instance';

/** Tunnels show their notice page to browsers only, and phones have one. */
const PHONE = {
  accept: 'text/html,application/json;q=0.9,*/*;q=0.8',
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0',
};

export async function checkReachability(
  account: Account,
  host: Addresses & Pick<Host, 'status'>,
  instance: string,
  { fetch, clock, timeLimitMs }: Pick<Surroundings, 'fetch' | 'clock' | 'timeLimitMs'>,
): Promise<Finding> {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) return withoutAddress('reachability', account);
  if (host.status().callback.state !== 'listening') return blocked('reachability', 'callback');
  const startedAt = clock.now();
  const facts = (more: Facts): Facts => ({
    url: originOf(publicUrl),
    ms: String(clock.now() - startedAt),
    ...more,
  });
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: PHONE,
    });
    return await judge(response, publicUrl, instance, facts);
  } catch (error) {
    const detail = codeOf(error);
    if (isTimeout(error)) return wrong('reachability', 'warning', 'no_answer', facts({}));
    if (detail === 'ENOTFOUND' || detail === 'EAI_AGAIN') return blocked('reachability', 'dns');
    if (isTlsCode(detail)) return blocked('reachability', 'tls');
    return wrong('reachability', 'failed', 'unreachable', facts(detail === null ? {} : { detail }));
  }
}

async function judge(
  response: Response,
  publicUrl: string,
  instance: string,
  facts: (more: Facts) => Facts,
): Promise<Finding> {
  const status = String(response.status);
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location !== null) {
    await response.body?.cancel();
    const target = URL.parse(location, publicUrl)?.origin ?? '';
    return wrong('reachability', 'warning', 'redirected', facts({ status, location: target }));
  }
  const body = await response.text();
  if (response.ok && /^\s*\{\s*"ok"\s*:\s*true\b/.test(body)) {
    if (response.headers.get(INSTANCE_HEADER) === instance) return passed('reachability', facts({ status }));
    return wrong('reachability', 'failed', 'another_followdesk', facts({ status }));
  }
  const page = titleOf(body);
  const cause = response.ok ? 'not_followdesk' : 'http_status';
  return wrong('reachability', 'failed', cause, facts({ status, ...(page ? { page } : {}) }));
}
