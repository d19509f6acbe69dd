/** What a run is made of: the servers that are compared, WeChat's stand-in and the phones, each a process. */
import { join } from 'node:path';
import type { BareServerOptions } from './bare-server.ts';
import { type Absence, type ContenderName, others, type PeerName } from './contenders.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { type Helper, startHelper } from './helpers.ts';
import type { Bench, MeasuredServer } from './load.ts';
import { installPeers } from './peers/install.ts';
import type { PeerOptions } from './peers/serve.ts';
import type { Crowd, CrowdResult } from './phones.ts';
import { installPhp } from './php/install.ts';
import { startPhp } from './php/server.ts';
import { appId, appSecret, type CallCounts, type StandinQuestion } from './wechat-standin.ts';

/** Called in reverse when the run is over, whichever way. */
export type Closers = (() => Promise<void>)[];

export interface Street {
  standin: Helper<StandinQuestion, CallCounts>;
  phones: Helper<Crowd, CrowdResult>;
  wechatUrl: string;
}

/** A helper that ends with the run. */
export async function startClosable<Ready, Question, Answer>(
  closers: Closers,
  file: string,
  argument?: object,
) {
  const started = await startHelper<Ready, Question, Answer>(file, argument);
  closers.push(started.helper.close);
  return started;
}

/** A server that checks no state and keeps no record. The state is as long as ours. */
const carefree = { state: async () => 's'.repeat(68), undecided: async () => 0 };

async function bareServer(closers: Closers, options: BareServerOptions): Promise<MeasuredServer> {
  const { ready, helper: server } = await startClosable<{ url: string }, object, object>(
    closers,
    'bare-server.ts',
    options,
  );
  return {
    name: options.batch ? 'floor-batch' : 'floor-2call',
    pids: [server.pid],
    url: ready.url,
    status: 303,
    ...carefree,
  };
}

/** An account whose WeChat is the stand-in, an entry, and its code on a screen that everybody scans. */
async function followDeskServer(desk: FollowDesk, wechatUrl: string): Promise<MeasuredServer> {
  const account = await desk.api<{ id: string }>('POST', '/api/accounts', {
    name: 'Bench',
    appId,
    appSecret,
    apiBaseUrl: wechatUrl,
    authorizeBaseUrl: wechatUrl,
  });
  const entryInput = { accountId: account.id, name: 'Bench' };
  const entry = await desk.api<{ id: string }>('POST', '/api/entries', entryInput);
  let seen = 0;
  return {
    name: 'followdesk',
    pids: [desk.pid],
    url: desk.callbackUrl,
    status: 303,
    feed: desk.feed,
    state: async () => (await desk.api<{ state: string }>('GET', `/api/entries/${entry.id}/code`)).state,
    async undecided(visits) {
      const summary = await desk.api<{ followed: number; notFollowed: number }>('GET', '/api/scans/summary');
      const decided = summary.followed + summary.notFollowed - seen;
      seen += decided;
      return Math.abs(visits - decided);
    },
  };
}

/** WeChat's stand-in and the phones. */
export async function openStreet(closers: Closers): Promise<Street> {
  const wechat = await startClosable<{ url: string }, StandinQuestion, CallCounts>(
    closers,
    'wechat-standin.ts',
  );
  const run = { run: Date.now().toString(36) };
  const phones = await startClosable<object, Crowd, CrowdResult>(closers, 'phones.ts', run);
  return { standin: wechat.helper, phones: phones.helper, wechatUrl: wechat.ready.url };
}

async function peer(closers: Closers, name: PeerName, options: PeerOptions): Promise<MeasuredServer> {
  const { ready, helper } = await startClosable<{ url: string }, object, object>(
    closers,
    `peers/${name}.ts`,
    options,
  );
  return { name, pids: [helper.pid], url: ready.url, status: 303, ...carefree };
}

async function originalPhp(closers: Closers, wechatUrl: string): Promise<MeasuredServer> {
  const { close, ...php } = await startPhp(wechatUrl);
  closers.push(close);
  return { name: 'php', status: 200, ...php, ...carefree };
}

/** How each one is had; a rejection says, in words for the reader, why it cannot. */
function openers(
  folder: string,
  closers: Closers,
  wechatUrl: string,
  say: (text: string) => void,
): Record<ContenderName, () => Promise<MeasuredServer>> {
  const startPeer = (name: PeerName) => async () =>
    peer(closers, name, { wechatUrl, packages: await installPeers(say) });
  return {
    async followdesk() {
      const desk = await startFollowDesk(join(folder, 'load'));
      closers.push(desk.close);
      return followDeskServer(desk, wechatUrl);
    },
    'floor-batch': () => bareServer(closers, { wechatUrl, batch: true }),
    'floor-2call': () => bareServer(closers, { wechatUrl, batch: false }),
    'wechat-oauth': startPeer('wechat-oauth'),
    'node-easywechat': startPeer('node-easywechat'),
    async php() {
      await installPhp(say);
      return originalPhp(closers, wechatUrl);
    },
  };
}

/** All of `names` in their order; others' software may be absent. FollowDesk's data goes into `folder`. */
export async function openBench(
  folder: string,
  closers: Closers,
  names: readonly ContenderName[],
  say: (text: string) => void,
): Promise<Bench & Street & { absent: Absence[] }> {
  const street = await openStreet(closers);
  const open = openers(folder, closers, street.wechatUrl, say);
  const servers: MeasuredServer[] = [];
  const absent: Absence[] = [];
  for (const name of names) {
    try {
      servers.push(await open[name]());
    } catch (error) {
      if (!others.some((other) => other === name)) throw error;
      absent.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { ...street, servers, absent };
}
