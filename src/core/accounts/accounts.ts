/** Accounts 公众号: kept in the settings file, each AppSecret sealed by the vault and opened only here. */
import type { Account, AccountInput, AccountPatch, TokenMode } from '#shared/model/account.ts';

/** What a call to WeChat needs; never leaves the core. */
export interface Credentials {
  accountId: string;
  appId: string;
  appSecret: string;
  /** No trailing slash. */
  apiBaseUrl: string;
  tokenMode: TokenMode;
}

export interface Accounts {
  list(): Account[];
  /** @throws NotFound */
  get(id: string): Account;
  create(input: AccountInput): Account;
  update(id: string, patch: AccountPatch): Account;
  remove(id: string): void;
  /** @throws NotFound, SecretMissing */
  credentials(id: string): Credentials;
  /** Starts the simulator if need be and answers its account, making it the first time. */
  addSandbox(): Promise<Account>;
}
