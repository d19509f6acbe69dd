/** A venue to break: the built headless host as a process of its own, the simulator as its WeChat, real sockets. */
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/platform.ts';
import { type HeadlessHost, startHeadlessHost } from '../../support/headless-host.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const APP = { appId: 'wx00112233445566', appSecret: 'planted0secret0that0must0not0be0seen', name: 'Venue' };

export interface VenueOptions extends SimulatorOptions {
  folder?: string;
  launcher?: readonly string[];
  env?: NodeJS.ProcessEnv;
  entry?: object;
  account?: object;
}

export interface Venue {
  wechat: Simulator;
  /** The one that runs now. */
  host(): HeadlessHost;
  folder: string;
  accountId: string;
  entryId: string;
  /** SIGKILL, as the power would. */
  kill(): Promise<void>;
  start(launcher?: readonly string[]): Promise<HeadlessHost>;
  /** What it says when it will not start. */
  refuses(launcher?: readonly string[]): Promise<string>;
  /** A REST answer that must be a success. */
  ask<Answer>(path: string, init?: { method?: string; body?: unknown }): Promise<Answer>;
}

export async function openVenue(options: VenueOptions = {}): Promise<Venue> {
  const { folder = temporaryFolder(), launcher, env, entry, account, ...simulation } = options;
  const wechat = await startSimulator({ apps: [APP], ...simulation });
  onTestFinished(() => wechat.close());
  let running: HeadlessHost | null = null;

  function host(): HeadlessHost {
    if (running === null) throw new Error('nothing runs');
    return running;
  }

  async function start(words: readonly string[] = []): Promise<HeadlessHost> {
    running = await startHeadlessHost(['--data-dir', folder], env, words);
    return running;
  }

  async function kill(): Promise<void> {
    const { process: child } = host();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async function ask<Answer>(path: string, init?: { method?: string; body?: unknown }): Promise<Answer> {
    const response = await host().api(path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  onTestFinished(async () => {
    if (running !== null) await kill();
  });
  await start(launcher);
  const base = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { appId, appSecret } = APP;
  const made = { method: 'POST', body: { appId, appSecret, ...base, ...account } };
  const { id: accountId } = await ask<{ id: string }>('/api/accounts', made);
  const { id: entryId } = await ask<{ id: string }>('/api/entries', {
    method: 'POST',
    body: { accountId, name: 'Door', ...entry },
  });

  return {
    wechat,
    host,
    folder,
    accountId,
    entryId,
    kill,
    start,
    async refuses(words = []) {
      const words_ = await start(words).then(
        () => 'it started',
        (error: Error) => error.message,
      );
      expect(words_).toMatch(/^the headless host ended with 1: /);
      return words_.slice('the headless host ended with 1: '.length);
    },
    ask,
  };
}
