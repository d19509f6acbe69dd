/**
 * One reading of an account's followers: user/get page by page, each page looked up a hundred at a time,
 * every hundred on disk before the next is asked for. Nothing is skipped silently: whatever cannot be read
 * ends the run with its reason, and the next run goes on where this one stopped.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_getfans
 */
import type { Follower, User } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../environment.ts';
import { WeChatUnreachable } from '../errors.ts';
import type { FollowerStore, ListedFollower, SyncRecord } from '../storage/follower-store.ts';
import type { FollowersPage, FollowersPageOf } from '../wechat/followers-list.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import { failureOf } from '../wechat/reason.ts';
import type { SyncPatience } from './sync-patience.ts';

/** What is needed of the WeChat client. */
export interface WeChatForSyncs {
  followersPage: FollowersPageOf;
  lookupMany: LookupMany;
}

/** What WeChat takes in one batchget; also what is written at once, so that phones never wait long. */
const BATCH_SIZE = 100;

/** Older unfinished work is begun anew: those who left since would be shown as followers. */
const RESUME_FOR_MS = 24 * 3600 * 1000;

const ENDPOINT = '/cgi-bin/user/get';

/** How far a run is. */
export interface SyncCount {
  fetched: number;
  total: number | null;
  pages: number;
}

export interface SyncRun {
  accountId: string;
  client: WeChatForSyncs;
  accounts: Pick<Accounts, 'credentials'>;
  store: FollowerStore;
  clock: Clock;
  /** Waits out what passes by itself; null when the run is to stop. */
  ask: SyncPatience['ask'];
  /** Asked between two hundreds; true ends the run where it is, unfinished and resumable. */
  shouldStop(): boolean;
  /** `read`: how many were asked about just now; those of an earlier session were not. */
  onProgress(count: SyncCount, read: number): void;
}

/** The sync to go on with, or a new one. */
export function openSync(store: FollowerStore, accountId: string, now: number): SyncRecord {
  const sync = store.sync(accountId);
  const isResumable = sync.startedAt !== null && now - sync.startedAt < RESUME_FOR_MS;
  return isResumable ? sync : store.begin(accountId, now);
}

/**
 * Reads until the end, a stop, or a failure.
 * @returns whether the directory is complete
 * @throws what stopped it: WeChat's errors, NotFound, SecretMissing, StorageFailed
 */
export async function runSync(run: SyncRun, sync: SyncRecord): Promise<boolean> {
  const { accountId, store } = run;
  let { nextOpenid, fetched, pages } = sync;
  const turned = new Set([nextOpenid]);
  while (!run.shouldStop()) {
    const page = await run.ask(async () => {
      const asked = await run.client.followersPage(run.accounts.credentials(accountId), nextOpenid);
      checkPage(asked, turned);
      return asked;
    });
    if (page === null || !(await readPage(run, page, { fetched, total: page.total, pages }))) return false;
    fetched += page.openids.length;
    if (page.count > 0) pages += 1;
    if (page.count === 0 || page.nextOpenid === '') {
      run.onProgress({ fetched, total: page.total, pages }, 0);
      await store.complete(accountId, run.clock.now());
      return true;
    }
    nextOpenid = page.nextOpenid;
    turned.add(nextOpenid);
    store.turnPage(accountId, { nextOpenid, fetched, pages, total: page.total });
    run.onProgress({ fetched, total: page.total, pages }, 0);
  }
  return false;
}

/** A page that would make a gap, or lead round in circles, is no page. */
function checkPage({ count, openids, nextOpenid }: FollowersPage, turned: ReadonlySet<string>): void {
  if (openids.length < count) {
    throw new WeChatUnreachable(ENDPOINT, 'bad_reply', `${count} counted, ${openids.length} sent`);
  }
  if (count > 0 && nextOpenid !== '' && turned.has(nextOpenid)) {
    throw new WeChatUnreachable(ENDPOINT, 'bad_reply', 'a page that was read before');
  }
}

async function readPage(run: SyncRun, page: FollowersPage, count: SyncCount): Promise<boolean> {
  const { accountId, client, store } = run;
  const missing = store.missing(accountId, page.openids);
  let fetched = count.fetched + page.openids.length - missing.length;
  run.onProgress({ ...count, fetched }, 0);
  for (let start = 0; start < missing.length; start += BATCH_SIZE) {
    if (run.shouldStop()) return false;
    const openids = missing.slice(start, start + BATCH_SIZE);
    const people = await run.ask(async () =>
      listed(openids, await client.lookupMany(run.accounts.credentials(accountId), openids)),
    );
    if (people === null) return false;
    fetched += openids.length;
    store.write(accountId, people, { reached: fetched, total: count.total });
    run.onProgress({ ...count, fetched }, openids.length);
  }
  return true;
}

/** Who of a hundred is a follower. @throws a failure that is not one person's own */
function listed(openids: readonly string[], answers: readonly (User | Error)[]): ListedFollower[] {
  const somebodyAnswered = answers.some((answer) => !(answer instanceof Error));
  return openids.flatMap((openid, index) => {
    const answer = answers[index];
    if (answer instanceof Error) {
      if (!isOnesOwn(answer, somebodyAnswered)) throw answer;
      return [{ openid, details: null }];
    }
    // Left after being listed.
    if (answer?.subscribe === false) return [];
    return [{ openid, details: answer?.subscribe ? followerOf(openid, answer) : null }];
  });
}

/** A code nobody has described is one person's own when it did not keep the others from an answer. */
function isOnesOwn(error: Error, somebodyAnswered: boolean): boolean {
  const { reason, errcode } = failureOf(error, 'lookup');
  return (
    reason === 'openid_rejected' || (reason === 'platform_error' && errcode !== null && somebodyAnswered)
  );
}

function followerOf(openid: string, user: User): Follower {
  const { unionid, remark, tagIds, subscribeTime, subscribeScene, language } = user;
  return { openid, unionid, remark, tagIds, subscribeTime, subscribeScene, language };
}
