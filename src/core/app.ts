/** FollowDesk without a host: everything wired, nothing of Electron, HTTP or RPC in it. */
import { randomUUID } from 'node:crypto';
import type { Account } from '#shared/model/account.ts';
import type { Code } from '#shared/model/entry.ts';
import type { Pulse } from '#shared/model/pulse.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { createSandbox } from './accounts/sandbox.ts';
import { createTokenService } from './accounts/token-service.ts';
import { createTokens, type Tokens } from './accounts/tokens.ts';
import { type Boards, createBoard } from './board/board.ts';
import type { Callback } from './callback/callback.ts';
import { createDoor } from './callback/door.ts';
import { openDataFolder } from './data-folder.ts';
import { createDoctor, type Doctor } from './doctor/doctor.ts';
import { createEntries, type Entries } from './entries/entries.ts';
import type { Environment } from './environment.ts';
import type { Followers } from './followers/followers.ts';
import { createHost, type Host } from './host/host.ts';
import { createNetworkSettings } from './host/network.ts';
import { noticesOf } from './host/notices.ts';
import { createLock, type Lock } from './lock/lock.ts';
import type { Lookups } from './lookups/lookups.ts';
import { createDirectory } from './people/directory.ts';
import type { People } from './people/people.ts';
import { createSafekeeping, type Safekeeping } from './safekeeping/safekeeping.ts';
import { createScans, type Scans } from './scans/scans.ts';
import type { Tags } from './tags/tags.ts';
import type { Users } from './users/users.ts';
import type { VerificationFiles } from './verification/verification-files.ts';
import { type Calls, createCalls } from './wechat/calls.ts';
import { createWeChatClient } from './wechat/client.ts';
import { createPulses, shownPulse } from './wechat/pulse.ts';

export interface App {
  accounts: Omit<Accounts, 'remove'> & {
    /** Removes the account, its entries, token, look-ups and follower directory; its scans stay. @throws NotFound */
    remove(id: string): Promise<void>;
    /** Starts the simulator if need be and answers its account, making it the first time. */
    addSandbox(): Promise<Account>;
    /** How WeChat answers for it now, and who waits. @throws NotFound */
    pulse(id: string): Pulse;
  };
  entries: Entries & {
    /** An authorize URL for a screen, shared by many phones. @throws NotFound */
    code(id: string): Code;
  };
  scans: Scans;
  board: Boards;
  callback: Callback;
  users: Users;
  lookups: Lookups;
  tags: Tags;
  people: People;
  followers: Followers;
  doctor: Doctor;
  tokens: Tokens;
  /** WeChat's proofs of domain, which the callback listener serves. */
  verificationFiles: VerificationFiles;
  /** The latest calls to WeChat, redacted. */
  calls: Calls;
  /** Backups of the settings, and the encrypted file that carries them to another machine. */
  safekeeping: Safekeeping;
  host: Host;
  /** Whether somebody has to type a PIN first; the host asks it before every call. */
  lock: Lock;
  /** Finishes what is in flight, then closes the listener, the simulator and the database, in that order; once. */
  close(): Promise<void>;
}

/** Opens the data folder and wires the core. @throws FolderInUse, StorageFailed */
export async function createApp(environment: Environment): Promise<App> {
  const { dataFolder, clock, logger } = environment;
  const folder = openDataFolder(environment);
  const { file, vault, spare, scans: store, seenIps, verificationFiles } = folder;

  const networkSettings = createNetworkSettings({ file, vault });
  const calls = createCalls();
  const pulses = createPulses();
  const wechat = createWeChatClient({
    clock,
    logger,
    vault: spare,
    dataFolder,
    fetches: folder.tokenFetches,
    network: networkSettings.inForce,
    onCall(call, reply) {
      calls.note(call, reply);
      pulses.note(call);
      if (call.ip && call.accountId) seenIps.note(call.accountId, call.ip, false, clock.now());
    },
  });
  const sandbox = createSandbox({ file, startSandbox: environment.startSandbox });
  const accounts = createAccounts({ file, vault, sandbox, onCredentialsChanged: wechat.tokens.forget });
  const entries = createEntries(file);
  const { tokens: accessTokens, probe } = wechat;
  const service = createTokenService({ file, accounts, accessTokens, probe, clock });
  const tokens = createTokens({ accessTokens, accounts, service });

  const notices = () => noticesOf(folder, accounts, tokens);
  const host = createHost({ ...environment, vault, file, networkSettings, sandboxUrl: sandbox.url, notices });

  /** The mark of this start: how the doctor tells our listener from another FollowDesk's. */
  const instance = randomUUID();
  const door = createDoor({ ...environment, folder, accounts, entries, wechat, host, instance });
  const known = { folder, client: wechat, accounts, calls, clock, logger };
  const directory = createDirectory({ ...known, settings: host.settings });
  const { users, tags, lookups, people, followers } = directory;
  const board = createBoard({
    file,
    accounts,
    entries,
    scans: store,
    urlOf: (entry) => (host.status().callback.state === 'listening' ? door.codes.entryUrl(entry) : null),
    clock,
  });

  let closing: Promise<void> | null = null;

  async function tryToServe(startSandbox: () => Promise<unknown>): Promise<void> {
    try {
      await startSandbox();
    } catch (error) {
      // The console opens all the same: real accounts do not need the simulator.
      logger.error({ error: String(error) }, 'the sandbox did not start');
    }
  }

  await people.resume();
  await tryToServe(environment.wantsSandbox ? sandbox.ensure : sandbox.resume);
  door.retries.resume();
  directory.resume();

  const safekeeping = createSafekeeping({
    ...environment,
    vault,
    file,
    moveCallback: host.changeSettings,
    onCredentialsChanged: wechat.tokens.forget,
  });

  return {
    accounts: {
      ...accounts,
      async remove(id) {
        accounts.remove(id);
        seenIps.forget(id);
        pulses.forget(id);
        await directory.forgetAccount(id);
      },
      addSandbox: async () => accounts.get(await sandbox.ensure()),
      pulse(id) {
        accounts.get(id);
        return shownPulse(pulses.of(id), door.retries.pendingOf(id), door.askedToWait(id));
      },
    },
    entries: { ...entries, code: (id) => door.codes.forScreen(entries.get(id)) },
    scans: createScans({ store, recheck: door.recheck, clock }),
    board,
    callback: door.callback,
    users,
    tags,
    lookups,
    people,
    followers,
    doctor: createDoctor({ client: wechat, accounts, host, seenIps, verificationFiles, instance, clock }),
    verificationFiles,
    tokens,
    calls,
    safekeeping: {
      ...safekeeping,
      async restore(name) {
        await safekeeping.restore(name);
        await tryToServe(sandbox.resume);
      },
    },
    host: {
      ...host,
      async changeSettings(patch) {
        const settings = await host.changeSettings(patch);
        // Whoever wants to keep less was told that the rest goes at once.
        void directory.deleteOld();
        return settings;
      },
    },
    lock: createLock({ file, marks: folder.timeMarks, accounts, clock }),
    close: () => (closing ??= closeInOrder()),
  };

  async function closeInOrder(): Promise<void> {
    door.close();
    await host.close();
    await directory.close();
    await door.retries.close();
    folder.flush();
    await wechat.close();
    await sandbox.close();
    folder.close();
  }
}
