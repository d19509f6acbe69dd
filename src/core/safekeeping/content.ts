/** What goes into an export: everything an operator set up here, with the secrets that can be opened. */
import type { ExportContent, ExportedAccount } from '../storage/export-schema.ts';
import type { SettingsData, StoredAccount } from '../storage/settings-schema.ts';

/** The plain secret behind a text of the settings, or null when there is none to be had. */
type Plain = (text: string | null) => string | null;

function exportedAccount(account: StoredAccount, data: SettingsData, plain: Plain): ExportedAccount {
  const { id, name, appId, publicUrl, apiBaseUrl, authorizeBaseUrl, tokenMode, kind, sharedToken } = account;
  return {
    ...{ id, name, appId, publicUrl, apiBaseUrl, authorizeBaseUrl, tokenMode, kind },
    appSecret: plain(account.sealedSecret),
    sharedToken: sharedToken && {
      url: sharedToken.url,
      tokenPointer: sharedToken.tokenPointer,
      expiryPointer: sharedToken.expiryPointer,
      bearer: plain(sharedToken.sealedBearer),
    },
    entries: data.entries
      .filter(({ accountId }) => accountId === id)
      .map(({ accountId: _here, ...entry }) => entry),
  };
}

export function contentOf(data: SettingsData, plain: Plain): ExportContent {
  const { language, theme, publicUrl } = data.settings;
  const { sealedProxyPassword, ...network } = data.network;
  return {
    accounts: data.accounts
      .filter(({ sandbox }) => !sandbox)
      .map((account) => exportedAccount(account, data, plain)),
    settings: { language, theme, publicUrl },
    network: { ...network, proxyPassword: plain(sealedProxyPassword) },
  };
}
