/**
 * What an import makes of the settings. The rule: it adds and replaces and takes nothing away. What is here keeps
 * its id, so that codes printed here go on working; what is new brings its own, so that codes printed there do.
 */
import type { ImportReport } from '#shared/model/safekeeping.ts';
import { hintOf } from '../accounts/accounts.ts';
import { newId } from '../ids.ts';
import type { ExportContent, ExportedAccount } from '../storage/export-schema.ts';
import type { SettingsData, StoredAccount } from '../storage/settings-schema.ts';

export interface Merged {
  data: SettingsData;
  report: Pick<ImportReport, 'accounts' | 'entries'>;
  /** Accounts that are no longer as they were. */
  replaced: string[];
}

type Seal = (plain: string) => string;

function isSame(one: Pick<StoredAccount, 'appId' | 'apiBaseUrl'>, other: typeof one): boolean {
  return one.appId === other.appId && one.apiBaseUrl === other.apiBaseUrl;
}

/** An id that is free here, the given one if it is. */
function freeId(wanted: string, taken: readonly { id: string }[]): string {
  return taken.some(({ id }) => id === wanted) ? newId() : wanted;
}

/** Secrets that the file does not have stay as they are here, and only where they were meant for. */
function storedAccount(
  { entries: _own, appSecret, sharedToken, ...given }: ExportedAccount,
  id: string,
  here: StoredAccount | undefined,
  seal: Seal,
): StoredAccount {
  const bearerHere = here?.sharedToken?.url === sharedToken?.url ? here?.sharedToken?.sealedBearer : null;
  const { bearer, ...service } = sharedToken ?? { bearer: null };
  return {
    ...given,
    id,
    sealedSecret: appSecret === null ? (here?.sealedSecret ?? null) : seal(appSecret),
    secretHint: appSecret === null ? (here?.secretHint ?? null) : hintOf(appSecret),
    sharedToken:
      'url' in service ? { ...service, sealedBearer: bearer ? seal(bearer) : (bearerHere ?? null) } : null,
    tokenKeyDigest: here?.tokenKeyDigest ?? null,
    sandbox: false,
  };
}

function mergeAccounts(data: SettingsData, content: ExportContent, seal: Seal): Merged {
  const accounts = [...data.accounts];
  const entries = [...data.entries];
  const report: Merged['report'] = { accounts: [], entries: { added: 0, replaced: 0 } };
  const replaced: string[] = [];

  function put<T extends { id: string }>(list: T[], item: T, known: boolean): void {
    if (known)
      list.splice(
        list.findIndex(({ id }) => id === item.id),
        1,
        item,
      );
    else list.push(item);
  }

  for (const given of content.accounts) {
    const candidates = data.accounts.filter(
      (account) => !account.sandbox && isSame(account, given) && !replaced.includes(account.id),
    );
    // Two accounts may share one AppID: each looks for itself before it takes another's place.
    const claimed = (id: string) => content.accounts.some((other) => other.id === id && isSame(other, given));
    const here = candidates.find(({ id }) => id === given.id) ?? candidates.find(({ id }) => !claimed(id));
    const account = storedAccount(given, here?.id ?? freeId(given.id, accounts), here, seal);
    put(accounts, account, here !== undefined);
    if (here) replaced.push(here.id);
    report.accounts.push({
      name: account.name,
      appId: account.appId,
      action: here ? 'replaced' : 'added',
      hasSecret: account.sealedSecret !== null,
    });

    const own = data.entries.filter(({ accountId }) => accountId === account.id);
    for (const { id: wanted, ...entry } of given.entries) {
      const known = own.find(({ name }) => name === entry.name);
      const id = known?.id ?? freeId(wanted, entries);
      put(entries, { ...entry, id, accountId: account.id }, known !== undefined);
      report.entries[known ? 'replaced' : 'added'] += 1;
    }
  }
  return { data: { ...data, accounts, entries }, report, replaced };
}

/** `seal` is asked for every secret in the file. */
export function mergeImport(data: SettingsData, content: ExportContent, seal: Seal): Merged {
  const merged = mergeAccounts(data, content, seal);
  const { proxyPassword, ...given } = content.network;
  const { network, settings } = merged.data;
  // A way out that the file does not know is this site's own: it stays.
  const { proxyUrl, proxyUser, ...limits } = given;
  const proxy =
    proxyUrl === null || proxyUrl === undefined
      ? {}
      : {
          proxyUrl,
          proxyUser: proxyUser ?? null,
          sealedProxyPassword: proxyPassword
            ? seal(proxyPassword)
            : proxyUrl === network.proxyUrl
              ? network.sealedProxyPassword
              : null,
        };
  const { publicUrl, ...looks } = content.settings;
  return {
    ...merged,
    data: {
      ...merged.data,
      network: { ...network, ...limits, ...proxy },
      settings: { ...settings, ...looks, publicUrl: publicUrl ?? settings.publicUrl },
    },
  };
}
