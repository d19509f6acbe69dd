/** Asks WeChat and this machine what would go wrong at the door, before it does. */
import type { DoctorReport, Finding } from '#shared/model/doctor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import { SecretMissing } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { Credentials } from '../wechat/credentials.ts';
import { askWeChat, type WeChatForDoctor } from './ask-wechat.ts';
import { checkApiReachable } from './checks/api-reachable.ts';
import { checkCallback } from './checks/callback.ts';
import { checkClock } from './checks/clock.ts';
import { checkCredentials } from './checks/credentials.ts';
import { checkPublicUrl } from './checks/public-url.ts';
import { checkToken } from './checks/token.ts';
import { checkUserInfo } from './checks/user-info.ts';
import { skipped } from './finding.ts';
import type { PlainFetch } from './plain-fetch.ts';

export interface Doctor {
  /** One finding per check, in the order a person would mend them. @throws NotFound, nothing of WeChat's */
  examine(accountId: string): Promise<DoctorReport>;
}

export interface DoctorDependencies {
  client: WeChatForDoctor;
  accounts: Pick<Accounts, 'get' | 'credentials'>;
  host: Pick<Host, 'status' | 'publicUrl' | 'listenerUrl'>;
  clock: Clock;
  /** For calls to ourselves, and for calls without a token. */
  fetch?: typeof fetch;
  timeLimitMs?: number;
}

/** An operator is looking at a spinner. */
const TIME_LIMIT_MS = 3000;

export function createDoctor({
  client,
  accounts,
  host,
  clock,
  fetch = globalThis.fetch,
  timeLimitMs = TIME_LIMIT_MS,
}: DoctorDependencies): Doctor {
  const plainFetch: PlainFetch = { fetch, clock, timeLimitMs };

  function credentialsOf(accountId: string): Credentials | SecretMissing {
    try {
      return accounts.credentials(accountId);
    } catch (error) {
      if (error instanceof SecretMissing) return error;
      throw error;
    }
  }

  /** What WeChat has to be asked for. After the credentials fail nothing else can be told. */
  async function examineWeChat(accountId: string): Promise<{ first: Finding[]; last: Finding }> {
    const account = accounts.get(accountId);
    const credentials = credentialsOf(accountId);
    if (credentials instanceof SecretMissing) return unasked(checkCredentials(account, credentials));
    const [answers, clockFinding] = await Promise.all([
      askWeChat(client, credentials, clock),
      checkClock(credentials, plainFetch),
    ]);
    const finding = checkCredentials(account, answers);
    if (finding.state === 'failed') return unasked(finding);
    return {
      first: [
        finding,
        checkToken(answers, client.tokens.status(credentials)),
        checkApiReachable(answers, credentials),
        checkUserInfo(answers),
      ],
      last: clockFinding,
    };
  }

  return {
    async examine(accountId) {
      const account = accounts.get(accountId);
      const [wechat, publicUrl] = await Promise.all([
        examineWeChat(accountId),
        checkPublicUrl(account, host, plainFetch),
      ]);
      const findings = [...wechat.first, publicUrl, checkCallback(host), wechat.last];
      return {
        accountId,
        at: new Date(clock.now()).toISOString(),
        healthy: findings.every(({ state }) => state !== 'failed'),
        findings,
      };
    },
  };
}

function unasked(credentials: Finding): { first: Finding[]; last: Finding } {
  return {
    first: [credentials, skipped('token'), skipped('api_reachable'), skipped('user_info')],
    last: skipped('clock'),
  };
}
