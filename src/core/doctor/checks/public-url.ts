/**
 * Public URL: what phones are sent back to. Linted against WeChat's rules, then asked for its `/healthz`,
 * which only this FollowDesk answers as it should. A router that does not let a machine call itself by its
 * public name answers nothing at all: no answer in time is a doubt, a wrong answer is a failure.
 */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import type { Host } from '../../host/host.ts';
import { originOf, passed, skipped, wrong } from '../finding.ts';
import type { PlainFetch } from '../plain-fetch.ts';

type Addresses = Pick<Host, 'publicUrl' | 'listenerUrl'>;

/** The account's own address, else the host's; null when phones are sent to the bare listener. */
function publicUrlOf(account: Account, host: Addresses): string | null {
  if (account.publicUrl !== null) return account.publicUrl;
  const url = host.publicUrl();
  return account.sandbox || url === host.listenerUrl() ? null : url;
}

export async function checkPublicUrl(
  account: Account,
  host: Addresses,
  plainFetch: PlainFetch,
): Promise<Finding> {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) {
    // The sandbox's phones run on this machine; real ones cannot come to an address nobody told them.
    return account.sandbox ? skipped('public_url') : wrong('public_url', 'warning', 'not_set');
  }
  const [rule, ...rules] = publicUrlWarnings(publicUrl);
  const facts = { url: originOf(publicUrl), ...(rule ? { rules: [rule, ...rules].join(' ') } : {}) };
  const answer = await fetchHealth(publicUrl, plainFetch);
  if (answer.state !== 'ok')
    return wrong('public_url', answer.state, answer.cause, { ...facts, ...answer.facts });
  if (rule) return wrong('public_url', 'warning', rule, { ...facts, ...answer.facts });
  return passed('public_url', { ...facts, ...answer.facts });
}

type HealthAnswer =
  | { state: 'ok'; facts: Finding['facts'] }
  | { state: 'warning' | 'failed'; cause: string; facts: Finding['facts'] };

async function fetchHealth(
  publicUrl: string,
  { fetch, clock, timeLimitMs }: PlainFetch,
): Promise<HealthAnswer> {
  const startedAt = clock.now();
  try {
    const response = await fetch(`${publicUrl.replace(/\/+$/, '')}/healthz`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
      headers: { accept: 'application/json' },
    });
    const facts = { ms: String(clock.now() - startedAt), status: String(response.status) };
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      const target = URL.parse(location, publicUrl)?.origin ?? '';
      return { state: 'warning', cause: 'redirected', facts: { ...facts, location: target } };
    }
    if (await isHealthy(response)) return { state: 'ok', facts };
    return { state: 'failed', cause: response.ok ? 'not_followdesk' : 'http_status', facts };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    const facts = { ms: String(clock.now() - startedAt), ...detailOf(error) };
    if (isTimeout) return { state: 'warning', cause: 'no_answer', facts };
    return { state: 'failed', cause: 'unreachable', facts };
  }
}

async function isHealthy(response: Response): Promise<boolean> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!response.ok || !isJson) {
    await response.body?.cancel();
    return false;
  }
  return /^\s*\{\s*"ok"\s*:\s*true\b/.test(await response.text());
}

/** The system's or TLS's own name of what went wrong, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
function detailOf(error: unknown): { detail?: string } {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    return { detail: cause.code };
  }
  return {};
}
