/** Accounts 公众号: kept in the settings file, each AppSecret sealed by the vault and opened only here. */
import type { Account, AccountInput, AccountPatch, SecretState } from '#shared/model/account.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import type { Vault } from '../environment.ts';
import { NotFound, SecretMissing } from '../errors.ts';
import { newId } from '../ids.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredAccount } from '../storage/settings-schema.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { Sandbox } from './sandbox.ts';

export interface Accounts {
  list(): Account[];
  /** @throws NotFound */
  get(id: string): Account;
  create(input: AccountInput): Account;
  update(id: string, patch: AccountPatch): Account;
  remove(id: string): void;
  /** @throws NotFound, SecretMissing */
  credentials(id: string): Credentials;
}

export interface AccountDependencies {
  file: SettingsFile;
  vault: Vault;
  sandbox: Pick<Sandbox, 'url' | 'appSecret'>;
  /** Called when an account's cached token must not be used again. */
  onCredentialsChanged(accountId: string): void;
}

/** Enough to recognise a secret, and only where plenty of it stays hidden. */
function hintOf(secret: string): string | null {
  return secret.length >= 16 ? secret.slice(-4) : null;
}

export function createAccounts({
  file,
  vault,
  sandbox,
  onCredentialsChanged,
}: AccountDependencies): Accounts {
  /** Opened secrets, so that the vault is asked once and not for every scan. */
  const opened = new Map<string, { sealed: string; secret: string | null }>();

  function secretOf(account: StoredAccount): { state: SecretState; secret: string | null } {
    if (account.sandbox) return { state: 'ok', secret: sandbox.appSecret() };
    const sealed = account.sealedSecret;
    if (sealed === null) return { state: 'missing', secret: null };
    let known = opened.get(account.id);
    if (known?.sealed !== sealed) {
      known = { sealed, secret: vault.open(sealed) };
      opened.set(account.id, known);
    }
    return { state: known.secret === null ? 'unreadable' : 'ok', secret: known.secret };
  }

  function stored(id: string): StoredAccount {
    const account = file.data().accounts.find((candidate) => candidate.id === id);
    if (!account) throw new NotFound('account', id);
    return account;
  }

  /** The simulator listens on another port at every start. */
  function baseUrls(account: StoredAccount): Pick<Account, 'apiBaseUrl' | 'authorizeBaseUrl'> {
    const url = account.sandbox ? sandbox.url() : null;
    return url
      ? { apiBaseUrl: url, authorizeBaseUrl: url }
      : { apiBaseUrl: account.apiBaseUrl, authorizeBaseUrl: account.authorizeBaseUrl };
  }

  function shown(account: StoredAccount): Account {
    const { state } = secretOf(account);
    return {
      id: account.id,
      name: account.name,
      appId: account.appId,
      hasSecret: account.sandbox || account.sealedSecret !== null,
      secretHint: account.secretHint,
      secretState: state,
      publicUrl: account.publicUrl,
      ...baseUrls(account),
      tokenMode: account.tokenMode,
      sandbox: account.sandbox,
      publicUrlWarnings: publicUrlWarnings(account.publicUrl),
    };
  }

  function replace(account: StoredAccount): void {
    file.change((data) => ({
      ...data,
      accounts: data.accounts.map((other) => (other.id === account.id ? account : other)),
    }));
  }

  return {
    list: () => file.data().accounts.map(shown),
    get: (id) => shown(stored(id)),
    create({ appSecret, ...input }) {
      const account: StoredAccount = {
        id: newId(),
        ...input,
        name: input.name ?? input.appId,
        sealedSecret: vault.seal(appSecret),
        secretHint: hintOf(appSecret),
        sandbox: false,
      };
      file.change((data) => ({ ...data, accounts: [...data.accounts, account] }));
      return shown(account);
    },
    update(id, { appSecret, ...patch }) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const secret =
        appSecret === undefined ? {} : { sealedSecret: vault.seal(appSecret), secretHint: hintOf(appSecret) };
      const account: StoredAccount = { ...stored(id), ...given, ...secret };
      replace(account);
      onCredentialsChanged(id);
      return shown(account);
    },
    remove(id) {
      stored(id);
      file.change((data) => ({
        ...data,
        accounts: data.accounts.filter((account) => account.id !== id),
        entries: data.entries.filter((entry) => entry.accountId !== id),
      }));
      opened.delete(id);
      onCredentialsChanged(id);
    },
    credentials(id) {
      const account = stored(id);
      const { state, secret } = secretOf(account);
      if (state !== 'ok' || secret === null)
        throw new SecretMissing(id, state === 'missing' ? 'missing' : 'unreadable');
      return {
        accountId: id,
        appId: account.appId,
        appSecret: secret,
        apiBaseUrl: baseUrls(account).apiBaseUrl,
        tokenMode: account.tokenMode,
      };
    },
  };
}
