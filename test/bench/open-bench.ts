/** What a run is made of: the servers that are compared, WeChat's stand-in and the phones, each a process. */
import { join } from 'node:path';
import type { BareServerOptions } from './bare-server.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { type Helper, startHelper } from './helpers.ts';
import type { Bench, MeasuredServer } from './load.ts';
import type { Crowd, CrowdResult } from './phones.ts';
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

async function bareServer(closers: Closers, options: BareServerOptions): Promise<MeasuredServer> {
  const { ready, helper: server } = await startClosable<{ url: string }, object, object>(
    closers,
    'bare-server.ts',
    options,
  );
  return {
    name: options.batch ? 'floor-batch' : 'floor-2call',
    pid: server.pid,
    url: ready.url,
    // As long as ours.
    state: async () => 's'.repeat(68),
    undecided: async () => 0,
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
    name: 'FollowDesk',
    pid: desk.pid,
    url: desk.callbackUrl,
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

/** All of it; FollowDesk's data goes into `folder`. */
export async function openBench(folder: string, closers: Closers): Promise<Bench & Street> {
  const street = await openStreet(closers);
  const { wechatUrl } = street;
  const desk = await startFollowDesk(join(folder, 'load'));
  closers.push(desk.close);
  const servers = [
    await followDeskServer(desk, wechatUrl),
    await bareServer(closers, { wechatUrl, batch: false }),
    await bareServer(closers, { wechatUrl, batch: true }),
  ];
  return { ...street, servers };
}
