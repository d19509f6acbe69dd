/** The sandbox: an account whose WeChat is the bundled simulator, so that everything works with no AppID, phone or network. */
import type { Environment, RunningSandbox } from '../environment.ts';
import { newId } from '../ids.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredAccount } from '../storage/settings-schema.ts';

export interface Sandbox {
  /** The simulator's address, or null while it does not run. */
  url(): string | null;
  /** The simulator's own AppSecret, which is no secret and is never stored; null while it does not run. */
  appSecret(): string | null;
  /** Starts the simulator if need be and answers the sandbox account's id, making account and entry the first time. */
  ensure(): Promise<string>;
  /** Starts the simulator if there is a sandbox account to serve. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxDependencies extends Pick<Environment, 'startSandbox'> {
  file: SettingsFile;
}

export function createSandbox({ file, startSandbox }: SandboxDependencies): Sandbox {
  let starting: Promise<RunningSandbox> | null = null;
  let running: RunningSandbox | null = null;

  async function start(): Promise<RunningSandbox> {
    starting ??= startSandbox();
    try {
      running = await starting;
      return running;
    } catch (error) {
      starting = null;
      throw error;
    }
  }

  function existing(): StoredAccount | undefined {
    return file.data().accounts.find((account) => account.sandbox);
  }

  function accountFor(simulator: RunningSandbox, id: string): StoredAccount {
    return {
      id,
      name: '沙盒 Sandbox',
      appId: simulator.appId,
      sealedSecret: null,
      secretHint: null,
      publicUrl: null,
      apiBaseUrl: simulator.url,
      authorizeBaseUrl: simulator.url,
      tokenMode: 'stable',
      kind: null,
      sharedToken: null,
      tokenKeyDigest: null,
      sandbox: true,
    };
  }

  return {
    url: () => running?.url ?? null,
    appSecret: () => running?.appSecret ?? null,
    async ensure() {
      const simulator = await start();
      const known = existing();
      if (known) return known.id;
      const account = accountFor(simulator, newId());
      const entry = {
        id: newId(),
        accountId: account.id,
        name: '演示入口 Demo',
        scope: 'snsapi_base',
        param: '',
      } as const;
      file.change((data) => ({
        ...data,
        accounts: [...data.accounts, account],
        entries: [...data.entries, entry],
      }));
      return account.id;
    },
    async resume() {
      if (existing()) await start();
    },
    async close() {
      const simulator = await starting?.catch(() => null);
      await simulator?.close();
    },
  };
}
