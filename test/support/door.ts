/** A door with everything real behind it: the simulator, the core on its own folder, the callback listener. */
import { onTestFinished } from 'vitest';
import { type App, createApp } from '#core/app.ts';
import type { PhoneResult } from '#core/callback/callback.ts';
import type { Environment } from '#core/environment.ts';
import { createCallbackListener } from '#server/callback/http.ts';
import { AccountInput } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { plainSettingsStore } from './plain-settings-store.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';
import { scramblingVault } from './scrambling-vault.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Distinctive, so that a leak is found wherever it is. */
export const APP_SECRET = 'planted0secret0that0must0not0be0seen';

export interface Door {
  app: App;
  wechat: Simulator;
  entry: Entry;
  folder: string;
  logger: RecordingLogger;
  callbackUrl: string;
  /** One phone's visit as `as` (follower, stranger, declines, snapshot, new, or an openid); answers its page. */
  scan(as: string, param?: string): Promise<PhoneResult>;
  /** The phone's page, as data. */
  result(key: string): Promise<PhoneResult>;
  close(): Promise<void>;
}

export function testEnvironment(dataFolder: string, logger = recordingLogger()): Environment {
  return {
    version: '0.0.0',
    dataFolder,
    capabilities: {
      secretsInKeychain: false,
      openExternal: false,
      boardWindow: false,
      kioskWindow: false,
      tray: false,
      tokenService: false,
    },
    vault: scramblingVault(),
    openSettings: plainSettingsStore,
    clock: { now: () => Date.now() },
    logger,
    startSandbox: () => Promise.reject(new Error('this test has no sandbox')),
    wantsSandbox: false,
    overrides: { callbackPort: 0, callbackHost: '127.0.0.1' },
  };
}

export interface TracedVisit {
  key: string;
  /** The OAuth code that WeChat gave, or null for who declined. */
  code: string | null;
}

/** Follows a phone's redirects by hand; answers the key of the result page it ends at. */
export async function visitAs(
  callbackUrl: string,
  entryId: string,
  as: string,
  param?: string,
): Promise<TracedVisit> {
  const query = param === undefined ? '' : `?param=${encodeURIComponent(param)}`;
  const toWeChat = await fetch(`${callbackUrl}/go/${entryId}${query}`, { redirect: 'manual' });
  const [authorizeUrl] = (toWeChat.headers.get('location') ?? '').split('#');
  const back = await fetch(`${authorizeUrl}&as=${as}`, { redirect: 'manual' });
  const callback = new URL(back.headers.get('location') ?? '');
  const toResult = await fetch(callback, { redirect: 'manual' });
  const location = toResult.headers.get('location');
  if (toResult.status !== 303 || !location) throw new Error(`the callback answered ${toResult.status}`);
  const key = new URL(location, callbackUrl).pathname.slice('/r/'.length);
  return { key, code: callback.searchParams.get('code') };
}

export async function readResult(callbackUrl: string, key: string): Promise<PhoneResult> {
  const response = await fetch(`${callbackUrl}/r/${key}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`/r/ answered ${response.status}`);
  return (await response.json()) as PhoneResult;
}

export interface DoorOptions {
  latencyMs?: number;
  /** Of the line at the door. */
  line?: Environment['overrides']['line'];
}

export async function openDoor(
  folder = temporaryFolder(),
  appSecret = APP_SECRET,
  { latencyMs, line }: DoorOptions = {},
): Promise<Door> {
  const wechat = await startSimulator({
    apps: [{ appId: 'wx00112233445566', appSecret: APP_SECRET, name: 'Door' }],
    latencyMs,
  });
  const logger = recordingLogger();
  const environment = testEnvironment(folder, logger);
  const app = await createApp({ ...environment, overrides: { ...environment.overrides, line } });
  const state = await app.host.listenWith(createCallbackListener({ callback: app.callback, logger }));
  if (state.state !== 'listening') throw new Error(`the callback listener: ${state.code}`);
  const account = app.accounts.create(
    AccountInput.parse({
      appId: 'wx00112233445566',
      appSecret,
      apiBaseUrl: wechat.url,
      authorizeBaseUrl: wechat.url,
    }),
  );
  const entry = app.entries.create({
    accountId: account.id,
    name: 'Door',
    scope: 'snsapi_base',
    param: 'door',
  });
  let open = true;
  async function close(): Promise<void> {
    if (!open) return;
    open = false;
    await app.close();
    await wechat.close();
  }
  onTestFinished(close);
  const result = (key: string) => readResult(state.url, key);
  return {
    app,
    wechat,
    entry,
    folder,
    logger,
    callbackUrl: state.url,
    result,
    scan: async (as, param) => result((await visitAs(state.url, entry.id, as, param)).key),
    close,
  };
}
