/** Asks WeChat and this machine what would go wrong at the door, before it does. */
import {
  CheckName,
  type DoctorReport,
  type Finding,
  type RidReport,
  type SeenIp,
} from '#shared/model/doctor.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import { SecretMissing } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { SeenIps } from '../storage/sqlite/seen-ips.ts';
import type { VerificationFiles } from '../verification/verification-files.ts';
import type { Credentials } from '../wechat/credentials.ts';
import { createAnswers, type WeChatForDoctor } from './ask-wechat.ts';
import { checkApiReachable } from './checks/api-reachable.ts';
import { checkCallback } from './checks/callback.ts';
import { checkClock } from './checks/clock.ts';
import { checkCredentials } from './checks/credentials.ts';
import { checkDns } from './checks/dns.ts';
import { checkPublicUrl } from './checks/public-url.ts';
import { checkQuota } from './checks/quota.ts';
import { checkReachability } from './checks/reachability.ts';
import { checkTls } from './checks/tls.ts';
import { checkToken } from './checks/token.ts';
import { checkUserInfo } from './checks/user-info.ts';
import { checkVerificationFile } from './checks/verification-file.ts';
import { checkWhitelist } from './checks/whitelist.ts';
import { blocked } from './finding.ts';
import { ridIn, ridReport } from './rid-report.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

export interface Doctor {
  /**
   * Every check, or those named; one finding each, in the order a person would mend them. WeChat is asked only
   * what these need. @throws NotFound, StorageFailed, nothing of WeChat's
   */
  examine(accountId: string, checks?: readonly CheckName[]): Promise<DoctorReport>;
  /** What WeChat remembers of a call. @throws NotFound, SecretMissing, WeChatRefused, WeChatUnreachable */
  lookUpRid(accountId: string, rid: string): Promise<RidReport>;
  /** The addresses WeChat saw this machine call from, the latest first. @throws NotFound */
  seenIps(accountId: string): SeenIp[];
}

export interface DoctorDependencies {
  client: WeChatForDoctor;
  accounts: Pick<Accounts, 'get' | 'credentials'>;
  host: Pick<Host, 'status' | 'publicUrl' | 'listenerUrl'>;
  seenIps: Pick<SeenIps, 'list' | 'note'>;
  verificationFiles: Pick<VerificationFiles, 'list'>;
  /** The mark that this start's callback listener answers with. */
  instance: string;
  clock: Clock;
  surroundings?: Partial<Surroundings>;
}

export function createDoctor(dependencies: DoctorDependencies): Doctor {
  const { client, accounts, host, seenIps, verificationFiles, instance, clock } = dependencies;
  const around = { ...surroundingsOf(clock), ...dependencies.surroundings };

  function credentialsOf(accountId: string): Credentials | SecretMissing {
    try {
      return accounts.credentials(accountId);
    } catch (error) {
      if (error instanceof SecretMissing) return error;
      throw error;
    }
  }

  /** Every check of one account; those that ask WeChat the same share the answer. */
  function checksOf(accountId: string): Record<CheckName, () => Finding | Promise<Finding>> {
    const account = accounts.get(accountId);
    const credentials = credentialsOf(accountId);
    const wechat = createAnswers(client, credentials, account.apiBaseUrl, clock);
    return {
      credentials: () => checkCredentials(account, wechat),
      whitelist: () => checkWhitelist(accountId, { wechat, seenIps, clock }),
      token: () =>
        credentials instanceof SecretMissing
          ? blocked('token', 'credentials')
          : checkToken(wechat, () => client.tokens.status(credentials), clock),
      api_reachable: () => checkApiReachable(account, wechat, around),
      user_info: () => checkUserInfo(account, wechat),
      quota: () => checkQuota(wechat),
      callback: () => checkCallback(host),
      public_url: () => checkPublicUrl(account, host),
      dns: () => checkDns(account, host, around),
      tls: () => checkTls(account, host, around),
      reachability: () => checkReachability(account, host, instance, around),
      verification_file: () => checkVerificationFile(account, host, verificationFiles, around),
      clock: () => checkClock(account, client.fetch, clock),
    };
  }

  return {
    async examine(accountId, checks = CheckName.options) {
      const examine = checksOf(accountId);
      const named = CheckName.options.filter((name) => checks.includes(name));
      const findings = await Promise.all(named.map((name) => examine[name]()));
      return {
        accountId,
        at: new Date(clock.now()).toISOString(),
        healthy: findings.every(({ state }) => state !== 'failed'),
        findings,
      };
    },
    async lookUpRid(accountId, pasted) {
      const credentials = accounts.credentials(accountId);
      const rid = ridIn(pasted);
      return ridReport(rid, await client.probe.rememberedCall(credentials, rid), credentials);
    },
    seenIps(accountId) {
      accounts.get(accountId);
      return seenIps.list(accountId);
    },
  };
}
