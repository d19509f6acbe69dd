/** FollowDesk without a host: everything wired, nothing of Electron, HTTP or RPC in it. */
import type { TokenStatus } from '#shared/model/account.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Callback } from './callback/callback.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { Entries } from './entries/entries.ts';
import type { Environment } from './environment.ts';
import type { Followers } from './followers/followers.ts';
import type { Host } from './host/host.ts';
import type { Scans } from './scans/scans.ts';
import type { Users } from './users/users.ts';

export interface App {
  accounts: Accounts;
  entries: Entries;
  scans: Scans;
  callback: Callback;
  users: Users;
  followers: Followers;
  doctor: Doctor;
  tokens: {
    status(accountId: string): TokenStatus;
    /** Fetches a token now, never by force. @throws WeChatRefused, WeChatUnreachable, TooSoon */
    refresh(accountId: string): Promise<TokenStatus>;
  };
  host: Host;
  /** Finishes what is in flight, then closes the listener, the simulator and the database, in that order. */
  close(): Promise<void>;
}

/** Opens the data folder and wires the core. @throws FolderInUse, StorageFailed */
export async function createApp(_environment: Environment): Promise<App> {
  throw new Error('not yet');
}
