/** The account's follower directory 粉丝: read from WeChat page by page, searched on disk. */
import type { FollowerPage, FollowerQuery, SyncProgress } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock, Logger } from '../environment.ts';
import { NotFound, StorageFailed } from '../errors.ts';
import type { FollowerStore, SyncRecord } from '../storage/follower-store.ts';
import { failureOf } from '../wechat/reason.ts';
import { createProgressFeed } from './progress-feed.ts';
import { openSync, runSync, type SyncRun, type WeChatForFollowers } from './sync-run.ts';

export interface Followers {
  /** @throws NotFound, BadCursor */
  list(query: FollowerQuery): FollowerPage;
  /**
   * Starts a sync, or answers the progress of the one that runs. An unfinished one, also of an earlier
   * session, is gone on with. @throws NotFound, StorageFailed
   */
  sync(accountId: string): SyncProgress;
  /** The present progress, then each change, until the signal aborts. @throws NotFound */
  progress(accountId: string, signal: AbortSignal | undefined): AsyncGenerator<SyncProgress>;
  /** Erases the directory of an account that was removed. @throws StorageFailed */
  forget(accountId: string): Promise<void>;
  /** Stops what runs after the hundred in flight; the next session can go on from there. */
  close(): Promise<void>;
}

export interface FollowerDependencies {
  client: WeChatForFollowers;
  accounts: Pick<Accounts, 'get' | 'credentials'>;
  store: FollowerStore;
  clock: Clock;
  logger: Logger;
}

interface Running {
  isStopped: boolean;
  settled: Promise<void>;
}

type SyncFailure = NonNullable<SyncRecord['failure']>;

/** A disk that refuses, or an account that was removed, is no reason of WeChat's. */
function failureOfSync(error: unknown): SyncFailure {
  if (error instanceof StorageFailed || error instanceof NotFound) return { reason: null, errcode: null };
  return failureOf(error, 'lookup');
}

function storedProgress(accountId: string, sync: SyncRecord): SyncProgress {
  const isUnfinished = sync.startedAt !== null;
  return {
    accountId,
    state: sync.failure === null ? 'idle' : 'failed',
    fetched: isUnfinished ? sync.fetched : 0,
    total: isUnfinished ? sync.total : null,
    reason: sync.failure?.reason ?? null,
    errcode: sync.failure?.errcode ?? null,
  };
}

export function createFollowers(dependencies: FollowerDependencies): Followers {
  const { accounts, store, clock, logger } = dependencies;
  const feed = createProgressFeed();
  const progresses = new Map<string, SyncProgress>();
  const running = new Map<string, Running>();
  let closed = false;

  function progressOf(accountId: string): SyncProgress {
    return progresses.get(accountId) ?? storedProgress(accountId, store.sync(accountId));
  }

  function publish(accountId: string, change: Partial<SyncProgress>): void {
    const progress = { ...progressOf(accountId), reason: null, errcode: null, ...change };
    progresses.set(accountId, progress);
    feed.publish(progress);
  }

  function start(accountId: string): void {
    const sync = openSync(store, accountId, clock.now());
    const { promise, resolve } = Promise.withResolvers<void>();
    const current: Running = { isStopped: false, settled: promise };
    running.set(accountId, current);
    publish(accountId, { state: 'running', fetched: sync.fetched, total: sync.total });
    void work(accountId, sync, current).then(resolve);
  }

  /** Never rejects. The account is free for its next sync before anybody hears how this one ended. */
  async function work(accountId: string, sync: SyncRecord, current: Running): Promise<void> {
    try {
      const isComplete = await read(accountId, sync, current);
      running.delete(accountId);
      publish(accountId, { state: isComplete ? 'done' : 'idle' });
    } catch (error) {
      running.delete(accountId);
      fail(accountId, error);
    }
  }

  async function read(accountId: string, sync: SyncRecord, current: Running): Promise<boolean> {
    const run: SyncRun = {
      ...dependencies,
      accountId,
      shouldStop: () => current.isStopped,
      onProgress: (fetched, total) => publish(accountId, { state: 'running', fetched, total }),
    };
    try {
      return await runSync(run, sync);
    } catch (error) {
      // WeChat no longer knows the person an interrupted sync stopped at: only a new beginning helps.
      const isStale = sync.nextOpenid !== '' && failureOfSync(error).reason === 'openid_rejected';
      if (!isStale) throw error;
      return await runSync(run, store.begin(accountId, clock.now()));
    }
  }

  function fail(accountId: string, error: unknown): void {
    const failure = failureOfSync(error);
    logger.warn(
      { accountId, ...failure, detail: error instanceof Error ? error.message : null },
      'follower sync failed',
    );
    try {
      store.fail(accountId, failure);
    } catch (refused) {
      logger.error({ accountId, detail: String(refused) }, 'the failure of a follower sync is not stored');
    }
    publish(accountId, { state: 'failed', ...failure });
  }

  async function stop(accountId: string): Promise<void> {
    const current = running.get(accountId);
    if (!current) return;
    current.isStopped = true;
    await current.settled;
  }

  return {
    list(query) {
      accounts.get(query.accountId);
      return store.page(query);
    },
    sync(accountId) {
      accounts.get(accountId);
      if (!closed && !running.has(accountId)) start(accountId);
      return progressOf(accountId);
    },
    progress(accountId, signal) {
      accounts.get(accountId);
      return feed.listen(() => progressOf(accountId), signal);
    },
    async forget(accountId) {
      await stop(accountId);
      store.forget(accountId);
      progresses.delete(accountId);
    },
    async close() {
      closed = true;
      await Promise.all([...running.keys()].map(stop));
      feed.close();
    },
  };
}
