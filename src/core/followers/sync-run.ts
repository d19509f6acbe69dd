/**
 * One reading of an account's followers: user/get page by page, each page looked up a hundred at a time,
 * every hundred on disk before the next is asked for. Nothing is skipped silently: whatever cannot be read
 * ends the run with its reason, and the next run goes on where this one stopped.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_getfans
 */
import { setImmediate } from 'node:timers/promises';
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

/**
 * The share of those whom WeChat counts that it may leave out of its list. A few are always about to come or to go:
 * the difference is told beside the directory. More than this is a fault of the list.
 */
const MOST_UNLISTED = 0.05;

const ENDPOINT = '/cgi-bin/user/get';

/** How far a run is. `fetched` may count somebody twice whom WeChat listed twice, until the end. */
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
      if (isLast(asked)) checkEnd(asked, await store.seen(accountId));
      return asked;
    });
    if (page === null) return false;
    const openids = [...new Set(page.openids)];
    const { total } = page;
    if (!(await readPage(run, openids, { fetched, total, pages }))) return false;
    fetched += openids.length;
    if (openids.length > 0) pages += 1;
    run.onProgress({ fetched, total, pages }, 0);
    if (isLast(page)) {
      const present = await store.complete(accountId, run.clock.now(), total);
      run.onProgress({ fetched: present, total, pages }, 0);
      return true;
    }
    nextOpenid = page.nextOpenid;
    turned.add(nextOpenid);
    store.turnPage(accountId, { nextOpenid, fetched, pages, total });
  }
  return false;
}

function isLast({ openids, nextOpenid }: FollowersPage): boolean {
  return openids.length === 0 || nextOpenid === '';
}

/** A page that would make a gap, or lead round in circles, is no page. */
function checkPage({ count, openids, nextOpenid }: FollowersPage, turned: ReadonlySet<string>): void {
  if (openids.length < count) {
    throw new WeChatUnreachable(ENDPOINT, 'bad_reply', `${count} counted, ${openids.length} sent`);
  }
  if (openids.length > 0 && nextOpenid !== '' && turned.has(nextOpenid)) {
    throw new WeChatUnreachable(ENDPOINT, 'bad_reply', 'a page that was read before');
  }
}

/** A list that ends long before WeChat's own count would turn everybody else into a leaver. */
function checkEnd({ total, openids }: FollowersPage, seen: number): void {
  const listed = seen + openids.length;
  if (total - listed > Math.ceil(total * MOST_UNLISTED)) {
    throw new WeChatUnreachable(ENDPOINT, 'bad_reply', `${total} counted, ${listed} listed`);
  }
}

/** `openids` are different ones. @returns whether all of them are read */
async function readPage(run: SyncRun, openids: readonly string[], count: SyncCount): Promise<boolean> {
  const { accountId, client, store } = run;
  let { fetched } = count;
  for (let start = 0; start < openids.length; start += BATCH_SIZE) {
    if (run.shouldStop()) return false;
    const hundred = openids.slice(start, start + BATCH_SIZE);
    const missing = store.missing(accountId, hundred);
    fetched += hundred.length;
    if (missing.length === 0) {
      // Those of an earlier session: ten thousand looked for at once would keep a phone waiting.
      await setImmediate();
      continue;
    }
    const people = await run.ask(async () =>
      listed(missing, await client.lookupMany(run.accounts.credentials(accountId), missing)),
    );
    if (people === null) return false;
    store.write(accountId, people, { reached: fetched, total: count.total });
    run.onProgress({ ...count, fetched }, missing.length);
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
