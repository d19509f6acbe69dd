/** The host's own state: settings, notices, and the callback listener's address. */
import type { CallbackState, HostStatus, Settings, SettingsPatch } from '#shared/model/host.ts';

/** The callback listener, which lives in `server`. */
export interface CallbackListener {
  /**
   * Listens on this address; a listener that already runs is replaced only once the new one listens.
   * Never throws: a taken port is an answer.
   */
  listen(address: { host: string; port: number }): Promise<CallbackState>;
  close(): Promise<void>;
}

export interface Host {
  status(): HostStatus;
  settings(): Settings;
  /** @throws PortInUse and keeps everything as it was. */
  changeSettings(patch: SettingsPatch): Promise<Settings>;
  /** Takes the listener and lets it listen where the command line or the settings say. */
  listenWith(listener: CallbackListener): Promise<CallbackState>;
  /** What phones call this host by: the public URL, else the listener's own address. No trailing slash. */
  publicUrl(): string;
}
