/** What a backup becomes when it is put in force: the operator's settings of then, this machine's own of now. */
import type { SettingsData, StoredAccount } from '../storage/settings-schema.ts';

/** A backup has no secrets that were held in memory or taken off the disk: those of now need no typing again. */
function kept(then: string | null, now: string | null | undefined): string | null {
  return then ?? now ?? null;
}

function restoredAccount(account: StoredAccount, now: StoredAccount | undefined): StoredAccount {
  const { sharedToken } = account;
  const service = now?.sharedToken?.url === sharedToken?.url ? now?.sharedToken : null;
  return {
    ...account,
    sealedSecret: kept(account.sealedSecret, now?.appId === account.appId ? now.sealedSecret : null),
    sharedToken: sharedToken && {
      ...sharedToken,
      sealedBearer: kept(sharedToken.sealedBearer, service?.sealedBearer),
    },
  };
}

export function restoredData(then: SettingsData, now: SettingsData): SettingsData {
  const proxyNow = now.network.proxyUrl === then.network.proxyUrl ? now.network : null;
  return {
    ...then,
    appVersion: now.appVersion,
    // Codes on screen are signed with it.
    sealedStateKey: now.sealedStateKey,
    // An earlier version must not open what is locked now.
    lock: now.lock,
    // What was decided about this machine's keychain stays decided: an old file must not weaken it.
    settings: { ...then.settings, withoutKeychain: now.settings.withoutKeychain },
    network: {
      ...then.network,
      sealedProxyPassword: kept(then.network.sealedProxyPassword, proxyNow?.sealedProxyPassword),
    },
    accounts: then.accounts.map((account) =>
      restoredAccount(
        account,
        now.accounts.find(({ id }) => id === account.id),
      ),
    ),
  };
}
