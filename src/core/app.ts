/** FollowDesk without a host: everything wired, nothing of Electron, HTTP or RPC in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, WECHAT_AUTHORIZE_BASE_URL } from '#shared/model/account.ts';
import type { Code } from '#shared/model/entry.ts';
import type { Notice } from '#shared/model/host.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { createSandbox } from './accounts/sandbox.ts';
import { createTokens, type Tokens } from './accounts/tokens.ts';
import { type Callback, createCallback } from './callback/callback.ts';
import { createCodes } from './callback/codes.ts';
import { createRetries } from './callback/retries.ts';
import { createStates, STATE_VALID_MS } from './callback/state.ts';
import { openStateKey } from './callback/state-key.ts';
import { readVerificationFile } from './callback/verification-file.ts';
import { createVisit } from './callback/visit.ts';
import { createDoctor, type Doctor } from './doctor/doctor.ts';
import { createEntries, type Entries } from './entries/entries.ts';
import type { Environment } from './environment.ts';
import { createFollowers, type Followers } from './followers/followers.ts';
import { createHost, type Host } from './host/host.ts';
import { createAsk } from './scans/ask.ts';
import { createRecheck } from './scans/recheck.ts';
import { createScans, type Scans } from './scans/scans.ts';
import { openSettingsFile } from './storage/settings-file.ts';
import { createCarriedParams } from './storage/sqlite/carried-params.ts';
import { openDatabase } from './storage/sqlite/database.ts';
import { createFollowerStore } from './storage/sqlite/follower-store.ts';
import { createGroupCommit } from './storage/sqlite/group-commit.ts';
import { createScanStore } from './storage/sqlite/scan-store.ts';
import { storageFailure } from './storage/storage-failure.ts';
import { createStorageHealth } from './storage/storage-health.ts';
import { createUsers, type Users } from './users/users.ts';
import { createWeChatClient } from './wechat/client.ts';

export interface App {
  accounts: Omit<Accounts, 'remove'> & {
    /** Removes the account, its entries, its token and its follower directory; its scans stay. @throws NotFound */
    remove(id: string): Promise<void>;
    /** Starts the simulator if need be and answers its account, making it the first time. */
    addSandbox(): Promise<Account>;
  };
  entries: Entries & {
    /** An authorize URL for a screen, shared by many phones. @throws NotFound */
    code(id: string): Code;
  };
  scans: Scans;
  callback: Callback;
  users: Users;
  followers: Followers;
  doctor: Doctor;
  tokens: Tokens;
  host: Host;
  /** Finishes what is in flight, then closes the listener, the simulator and the database, in that order; once. */
  close(): Promise<void>;
}

/** Opens the data folder and wires the core. @throws FolderInUse, StorageFailed */
export async function createApp(environment: Environment): Promise<App> {
  const { dataFolder, vault, clock, logger } = environment;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw storageFailure(error);
  }
  // The database first: its lock says whether this folder is ours.
  const database = openDatabase(join(dataFolder, 'scans.db'), dataFolder);
  const file = openSettingsFile(environment);
  const storage = createStorageHealth();
  const commits = createGroupCommit(database, {
    committed: () => store.committed(),
    succeeded: storage.succeeded,
    failed: storage.failed,
  });
  const store = createScanStore({ database, commits, now: clock.now() });
  const params = createCarriedParams(database, commits, clock.now(), STATE_VALID_MS);

  const wechat = createWeChatClient({ clock, logger, vault, dataFolder });
  const sandbox = createSandbox({ file, startSandbox: environment.startSandbox });
  const accounts = createAccounts({ file, vault, sandbox, onCredentialsChanged: wechat.tokens.forget });
  const entries = createEntries(file);
  const tokens = createTokens(wechat.tokens, accounts);

  function notices(): Notice[] {
    const taken = accounts.list().some(({ id }) => tokens.status(id).stolenAt !== null);
    return [file.notice, storage.notice(), taken ? ('token_taken' as const) : null].filter(
      (notice) => notice !== null,
    );
  }
  const host = createHost({ ...environment, file, sandboxUrl: sandbox.url, notices });

  const states = createStates(openStateKey(file, vault), clock);
  const codes = createCodes({
    states,
    params,
    accounts,
    hostUrl: (forSandbox) => (forSandbox ? host.listenerUrl() : host.publicUrl()),
  });
  const ask = createAsk(wechat, accounts, logger);
  const retries = createRetries({ ask, store, clock, logger });
  const visit = createVisit({ states, entries, ask, store, params, retries, clock, logger });
  const recheck = createRecheck({ wechat, accounts, store, clock });
  const followers = createFollowers({
    client: wechat,
    accounts,
    store: createFollowerStore(database),
    clock,
    logger,
  });

  let closing: Promise<void> | null = null;

  try {
    if (environment.wantsSandbox) await sandbox.ensure();
    else await sandbox.resume();
  } catch (error) {
    // The console opens all the same: real accounts do not need the simulator.
    logger.error({ error: String(error) }, 'the sandbox did not start');
  }
  retries.resume();

  return {
    accounts: {
      ...accounts,
      async remove(id) {
        accounts.remove(id);
        await followers.forget(id);
      },
      addSandbox: async () => accounts.get(await sandbox.ensure()),
    },
    entries: { ...entries, code: (id) => codes.forScreen(entries.get(id)) },
    scans: createScans(store, recheck),
    callback: createCallback({
      states,
      accounts,
      entries,
      codes,
      visit,
      recheck,
      store,
      retries,
      // The picture is WeChat's own: nobody else's authorize page has one there.
      followPicture: ({ id, secretState, authorizeBaseUrl }) =>
        secretState === 'ok' && authorizeBaseUrl === WECHAT_AUTHORIZE_BASE_URL
          ? wechat.followPicture(accounts.credentials(id))
          : null,
      verificationFile: (name) => readVerificationFile(dataFolder, name),
      logger,
    }),
    users: createUsers({ client: wechat, accounts }),
    followers,
    doctor: createDoctor({ client: wechat, accounts, host, clock }),
    tokens,
    host,
    close: () => (closing ??= closeInOrder()),
  };

  async function closeInOrder(): Promise<void> {
    await host.close();
    await retries.close();
    await followers.close();
    commits.flush();
    await wechat.close();
    await sandbox.close();
    database.close();
  }
}
