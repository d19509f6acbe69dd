/**
 * What is sent along when asking for help. Pure, and by name: only the fields written here get in, and every
 * text is scrubbed once more, so that a field added elsewhere cannot leak.
 */
import type { Account } from '#shared/model/account.ts';
import type { Call } from '#shared/model/call.ts';
import type { DoctorReport } from '#shared/model/doctor.ts';
import type { HostStatus } from '#shared/model/host.ts';
import type { Network } from '#shared/model/network.ts';
import { scrubbed } from './scrub.ts';

export interface BundleSources {
  /** When it is gathered, ISO 8601. */
  at: string;
  status: HostStatus | undefined;
  network: Network | undefined;
  accounts: readonly Account[];
  /** The last one of each account that was checked. */
  reports: readonly DoctorReport[];
  /** The newest first. */
  calls: readonly Call[];
}

/** The bundle as text: JSON, indented, for a person to read before sending. */
export function supportBundle({ at, status, network, accounts, reports, calls }: BundleSources): string {
  const bundle = {
    product: 'FollowDesk',
    version: status?.version ?? null,
    gatheredAt: at,
    host: status ? hostFacts(status) : null,
    network: network ? networkFacts(network) : null,
    accounts: accounts.map(accountFacts),
    checks: reports.map(({ accountId, at: checkedAt, healthy, findings }) => ({
      accountId,
      at: checkedAt,
      healthy,
      findings,
    })),
    calls,
  };
  return `${JSON.stringify(scrubbed(bundle), null, 2)}\n`;
}

function hostFacts({ capabilities, vault, callback, sandboxUrl, dataFolder, notices }: HostStatus) {
  return {
    capabilities,
    vault: { state: vault.state, backend: vault.backend, undecided: vault.undecided },
    callback,
    sandboxUrl,
    dataFolder,
    notices,
  };
}

function networkFacts({ proxyUrl, proxyUser, hasProxyPassword, connectSeconds, callSeconds }: Network) {
  return {
    proxyUrl: proxyUrl === null ? null : withoutQuery(proxyUrl),
    signsIn: proxyUser !== null,
    hasProxyPassword,
    connectSeconds,
    callSeconds,
  };
}

function accountFacts(account: Account) {
  const { sharedToken } = account;
  return {
    id: account.id,
    name: account.name,
    appId: account.appId,
    kind: account.kind,
    sandbox: account.sandbox,
    hasSecret: account.hasSecret,
    secretState: account.secretState,
    secretVolatile: account.secretVolatile,
    tokenMode: account.tokenMode,
    servesToken: account.servesToken,
    sharedToken: sharedToken && {
      // What a token service is asked by may be a secret of its own.
      url: withoutQuery(sharedToken.url),
      tokenPointer: sharedToken.tokenPointer,
      expiryPointer: sharedToken.expiryPointer,
      hasBearer: sharedToken.hasBearer,
    },
    publicUrl: account.publicUrl,
    publicUrlWarnings: account.publicUrlWarnings,
    apiBaseUrl: account.apiBaseUrl,
    authorizeBaseUrl: account.authorizeBaseUrl,
  };
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
