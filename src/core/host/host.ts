/** The host's own state: settings, notices, the callback listener's address, and what it asks of the console. */
import type { CallbackState, HostStatus, Notice, Settings, SettingsPatch } from '#shared/model/host.ts';
import type { Environment } from '../environment.ts';
import { ListenFailed, PortInUse } from '../errors.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { type Commands, createCommands } from './commands.ts';
import type { NetworkSettings } from './network.ts';

/** The callback listener, which lives in `server`. */
export interface CallbackListener {
  /**
   * Listens on this address; a listener that already runs is replaced only once the new one listens.
   * Never throws: a taken port is an answer.
   */
  listen(address: { host: string; port: number }): Promise<CallbackState>;
  close(): Promise<void>;
}

export interface Host extends Pick<NetworkSettings, 'network' | 'changeNetwork'> {
  status(): HostStatus;
  settings(): Settings;
  /** @throws PortInUse, ListenFailed, StorageFailed and keeps everything as it was. */
  changeSettings(patch: SettingsPatch): Promise<Settings>;
  /** Takes the listener and lets it listen where the command line or the settings say. */
  listenWith(listener: CallbackListener): Promise<CallbackState>;
  /** The address the listener answers at, whatever the outside calls it. No trailing slash. */
  listenerUrl(): string;
  /** What phones call this host by: the public URL, else the listener's own address. No trailing slash. */
  publicUrl(): string;
  /** Where menus, tray and links reach the console; the browser host sends none. */
  commands: Commands;
  close(): Promise<void>;
}

export interface HostDependencies
  extends Pick<Environment, 'version' | 'capabilities' | 'dataFolder' | 'overrides'> {
  file: SettingsFile;
  vault: { status(): HostStatus['vault'] };
  networkSettings: Pick<NetworkSettings, 'network' | 'changeNetwork'>;
  sandboxUrl(): string | null;
  /** What the operator must know at this moment. */
  notices(): Notice[];
}

function asError(state: Extract<CallbackState, { state: 'failed' }>): Error {
  return state.code === 'PORT_IN_USE'
    ? new PortInUse(state.port, state.offeredPort)
    : new ListenFailed(state.code, state.port);
}

export function createHost(dependencies: HostDependencies): Host {
  const { file, overrides, vault } = dependencies;
  const commands = createCommands();
  let listener: CallbackListener | null = null;
  let callback: CallbackState = { state: 'failed', code: 'LISTEN_FAILED', port: 0, offeredPort: null };

  function settings(): Settings {
    return file.data().settings;
  }

  function listenerUrl(): string {
    return callback.state === 'listening' ? callback.url : `http://127.0.0.1:${callback.port}`;
  }

  async function moveListener(address: { host: string; port: number }): Promise<void> {
    const moved = await listener?.listen(address);
    if (moved?.state === 'failed') throw asError(moved);
    if (moved) callback = moved;
  }

  return {
    status: () => ({
      version: dependencies.version,
      capabilities: dependencies.capabilities,
      vault: vault.status(),
      callback,
      sandboxUrl: dependencies.sandboxUrl(),
      dataFolder: dependencies.dataFolder,
      notices: dependencies.notices(),
    }),
    settings,
    async changeSettings(patch) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const next: Settings = { ...settings(), ...given };
      if (patch.callbackHost !== undefined || patch.callbackPort !== undefined) {
        await moveListener({ host: next.callbackHost, port: next.callbackPort });
      }
      file.change((data) => ({ ...data, settings: next }));
      return next;
    },
    network: dependencies.networkSettings.network,
    changeNetwork: dependencies.networkSettings.changeNetwork,
    async listenWith(given) {
      listener = given;
      callback = await given.listen({
        host: overrides.callbackHost ?? settings().callbackHost,
        port: overrides.callbackPort ?? settings().callbackPort,
      });
      return callback;
    },
    listenerUrl,
    publicUrl: () => (overrides.publicUrl ?? settings().publicUrl ?? listenerUrl()).replace(/\/+$/, ''),
    commands,
    async close() {
      commands.close();
      await listener?.close();
    },
  };
}
