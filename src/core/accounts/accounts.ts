/** Accounts 公众号: kept in the settings file, their secrets sealed by the vault and opened only here. */
import type { Account, AccountInput, AccountPatch } from '#shared/model/account.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import type { SharedTokenInput } from '#shared/model/token.ts';
import { NotFound, SecretMissing } from '../errors.ts';
import { newId } from '../ids.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredAccount, StoredSharedToken } from '../storage/settings-schema.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { Sandbox } from './sandbox.ts';
import type { SecretVault } from './secrets.ts';

export interface Accounts {
  list(): Account[];
  /** @throws NotFound */
  get(id: string): Account;
  /** @throws VaultUndecided, VaultUnavailable and stores nothing. */
  create(input: AccountInput): Account;
  /** @throws NotFound, and VaultUndecided or VaultUnavailable where the patch holds a secret. */
  update(id: string, patch: AccountPatch): Account;
  remove(id: string): void;
  /** @throws NotFound, SecretMissing */
  credentials(id: string): Credentials;
}

export interface AccountDependencies {
  file: SettingsFile;
  vault: Pick<SecretVault, 'seal' | 'open' | 'isVolatile'>;
  sandbox: Pick<Sandbox, 'url' | 'appSecret'>;
  /** Called when an account's cached token must not be used again. */
  onCredentialsChanged(accountId: string): void;
}

/** Enough to recognise a secret, and only where plenty of it stays hidden. */
export function hintOf(secret: string): string | null {
  return secret.length >= 16 ? secret.slice(-4) : null;
}

/** What a token is fetched with: a change of any of these makes the cached one somebody else's. */
function tokenSource({ appId, sealedSecret, apiBaseUrl, tokenMode, sharedToken }: StoredAccount): string {
  return JSON.stringify([appId, sealedSecret, apiBaseUrl, tokenMode, sharedToken]);
}

export function createAccounts({
  file,
  vault,
  sandbox,
  onCredentialsChanged,
}: AccountDependencies): Accounts {
  /** A secret's state and itself; `missing` when there is none. */
  function opened(text: string | null) {
    return text === null ? ({ state: 'missing' } as const) : vault.open(text);
  }

  function secretOf({ sandbox: simulated, sealedSecret }: StoredAccount) {
    if (!simulated) return opened(sealedSecret);
    const plain = sandbox.appSecret();
    return plain === null ? ({ state: 'missing' } as const) : ({ state: 'ok', plain } as const);
  }

  function bearerOf(account: StoredAccount): string | null {
    const bearer = opened(account.sharedToken?.sealedBearer ?? null);
    return bearer.state === 'ok' ? bearer.plain : null;
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
    const { sealedSecret, sharedToken } = account;
    return {
      id: account.id,
      name: account.name,
      appId: account.appId,
      hasSecret: account.sandbox || sealedSecret !== null,
      secretHint: account.secretHint,
      // The sandbox needs nobody's secret, whether the simulator runs or not.
      secretState: account.sandbox ? 'ok' : secretOf(account).state,
      secretVolatile: vault.isVolatile(sealedSecret) || vault.isVolatile(sharedToken?.sealedBearer ?? null),
      kind: account.kind,
      publicUrl: account.publicUrl,
      ...baseUrls(account),
      tokenMode: account.tokenMode,
      sharedToken: sharedToken && {
        url: sharedToken.url,
        tokenPointer: sharedToken.tokenPointer,
        expiryPointer: sharedToken.expiryPointer,
        // One that does not open is asked for again, like one that was never given.
        hasBearer: bearerOf(account) !== null,
      },
      servesToken: account.tokenKeyDigest !== null,
      sandbox: account.sandbox,
      publicUrlWarnings: publicUrlWarnings(account.publicUrl, account.kind),
    };
  }

  /** An absent bearer keeps the one before, unless it would go to another host than it was given for. */
  function storedSharedToken(
    input: SharedTokenInput | null,
    before: StoredSharedToken | null,
  ): StoredSharedToken | null {
    if (input === null) return null;
    const { bearer, ...service } = input;
    if (bearer === undefined) {
      const isSameHost = before !== null && new URL(before.url).origin === new URL(service.url).origin;
      return { ...service, sealedBearer: isSameHost ? before.sealedBearer : null };
    }
    return { ...service, sealedBearer: bearer === null ? null : vault.seal(bearer) };
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
    create({ appSecret, sharedToken, ...input }) {
      const account: StoredAccount = {
        ...input,
        id: newId(),
        name: input.name ?? input.appId,
        sealedSecret: vault.seal(appSecret),
        secretHint: hintOf(appSecret),
        sharedToken: storedSharedToken(sharedToken, null),
        tokenKeyDigest: null,
        sandbox: false,
      };
      file.change((data) => ({ ...data, accounts: [...data.accounts, account] }));
      return shown(stored(account.id));
    },
    update(id, { appSecret, sharedToken, ...patch }) {
      const before = stored(id);
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const secret =
        appSecret === undefined ? {} : { sealedSecret: vault.seal(appSecret), secretHint: hintOf(appSecret) };
      const service =
        sharedToken === undefined ? {} : { sharedToken: storedSharedToken(sharedToken, before.sharedToken) };
      const account: StoredAccount = { ...before, ...given, ...secret, ...service };
      replace(account);
      if (tokenSource(account) !== tokenSource(before)) onCredentialsChanged(id);
      return shown(stored(id));
    },
    remove(id) {
      stored(id);
      file.change((data) => ({
        ...data,
        accounts: data.accounts.filter((account) => account.id !== id),
        entries: data.entries.filter((entry) => entry.accountId !== id),
      }));
      onCredentialsChanged(id);
    },
    credentials(id) {
      const account = stored(id);
      const secret = secretOf(account);
      if (secret.state !== 'ok') throw new SecretMissing(id, secret.state);
      const { sharedToken } = account;
      return {
        accountId: id,
        appId: account.appId,
        appSecret: secret.plain,
        apiBaseUrl: baseUrls(account).apiBaseUrl,
        tokenMode: account.tokenMode,
        sharedToken: sharedToken && {
          url: sharedToken.url,
          bearer: bearerOf(account),
          tokenPointer: sharedToken.tokenPointer,
          expiryPointer: sharedToken.expiryPointer,
        },
      };
    },
  };
}
