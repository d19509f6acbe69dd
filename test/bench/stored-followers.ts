/**
 * A directory of a million followers: how soon the built FollowDesk answers each kind of search, and what a sync
 * of it costs those who wait meanwhile.
 */
import { join } from 'node:path';
import { fillFollowers } from './fill-followers.ts';
import { type FollowDesk, startFollowDesk } from './followdesk.ts';
import { createAsk, type SearchTimes, timeSearches } from './follower-searches.ts';
import { type SyncTimes, timeSync } from './follower-sync-cost.ts';
import { startHelper } from './helpers.ts';
import { watchOthers } from './resources.ts';
import { appId, appSecret } from './wechat-standin.ts';

export interface StoredFollowers {
  followers: number;
  fillSeconds: number;
  readyMs: number;
  /** What other processes kept busy meanwhile, as a share of all cores. */
  others: number;
  searches: SearchTimes[];
  sync: SyncTimes;
}

export interface FollowerPlan {
  followers: number;
  /** Questions of each kind. */
  questions: number;
  syncMilliseconds: number;
}

/** Makes an account with its followers in a folder of its own. */
async function fill(dataFolder: string, wechatUrl: string, followers: number) {
  const desk = await startFollowDesk(dataFolder);
  const addresses = { apiBaseUrl: wechatUrl, authorizeBaseUrl: wechatUrl };
  const account = { appId, appSecret, ...addresses };
  const { id: accountId } = await desk.api<{ id: string }>('POST', '/api/accounts', account);
  await desk.close();
  const startedAt = performance.now();
  await fillFollowers(join(dataFolder, 'scans.db'), accountId, followers);
  return { accountId, fillSeconds: (performance.now() - startedAt) / 1000 };
}

export async function measureStoredFollowers(folder: string, plan: FollowerPlan): Promise<StoredFollowers> {
  const { followers } = plan;
  const dataFolder = join(folder, 'stored-followers');
  const { ready, helper: wechat } = await startHelper<{ url: string }, object, object>('follower-wechat.ts', {
    followers,
  });
  let desk: FollowDesk | undefined;
  try {
    const { accountId, fillSeconds } = await fill(dataFolder, ready.url, followers);
    desk = await startFollowDesk(dataFolder);
    const ask = createAsk(desk, accountId);
    const othersBusy = watchOthers([process.pid, wechat.pid, desk.pid]);
    const searches = await timeSearches(desk, ask, plan);
    const sync = await timeSync(desk, ask, accountId, plan.syncMilliseconds);
    return { followers, fillSeconds, readyMs: desk.readyMs, others: othersBusy(), searches, sync };
  } finally {
    await desk?.close();
    await wechat.close();
  }
}
