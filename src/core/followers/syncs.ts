/**
 * The syncs of all accounts: started, paused, waiting, gone on with. What has to outlive this session is on disk
 * when it is published, and how one ended is told only once the account is free for its next.
 */
import type { SyncProgress } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock, Logger } from '../environment.ts';
import { createProgressFeed } from '../progress-feed.ts';
import type { FollowerStore } from '../storage/follower-store.ts';
import { createWait } from '../wechat/patience.ts';
import { createPace } from './pace.ts';
import { createSyncPatience, type Hold } from './sync-patience.ts';
import { failureOfSync, STANDING, stateOf, storedProgress, timeOf } from './sync-progress.ts';
import { openSync, runSync, type SyncRun, type WeChatForSyncs } from './sync-run.ts';

export interface SyncsDependencies {
  client: WeChatForSyncs;
  accounts: Pick<Accounts, 'credentials'>;
  store: FollowerStore;
  clock: Clock;
  logger: Logger;
  /** How a back-off passes; real time unless a test turns the clock. */
  openWait?: typeof createWait;
}

interface Running {
  /** Why it is to end after the hundred in flight. */
  stop: 'pause' | 'close' | null;
  isHurried: boolean;
  /** Ends the present wait. */
  wake(): void;
  settled: Promise<void>;
}

export function createSyncs(dependencies: SyncsDependencies) {
  const { store, clock, logger, openWait = createWait } = dependencies;
  const feed = createProgressFeed<SyncProgress>((progress) => progress.accountId);
  const progresses = new Map<string, SyncProgress>();
  const running = new Map<string, Running>();
  let closed = false;

  function progressOf(accountId: string): SyncProgress {
    return progresses.get(accountId) ?? storedProgress(accountId, store.sync(accountId));
  }

  function publish(accountId: string, change: Partial<SyncProgress>): void {
    const progress = { ...progressOf(accountId), ...STANDING, ...change };
    progresses.set(accountId, progress);
    feed.publish(progress);
  }

  function start(accountId: string): void {
    const sync = openSync(store, accountId, clock.now());
    if (sync.isPaused || (sync.failure !== null && sync.resumesAt === null)) store.hold(accountId, {});
    const { wait, close: wake } = openWait();
    const { promise, resolve } = Promise.withResolvers<void>();
    const current: Running = { stop: null, isHurried: false, wake, settled: promise };
    running.set(accountId, current);
    const { reached, total, pages } = sync;
    publish(accountId, { state: 'running', fetched: reached, total, pages });
    void work(accountId, current, runOf(accountId, current, wait)).then(resolve);
  }

  function runOf(accountId: string, current: Running, wait: (ms: number) => Promise<void>) {
    const pace = createPace(clock);
    const shouldStop = () => current.stop !== null;
    const going = () => (current.stop === 'pause' ? 'paused' : 'running');
    function onHold(hold: Hold | null): void {
      const resumesAt = hold?.until ?? null;
      if (current.stop !== null) return;
      if (hold === null || hold.isLimit) store.hold(accountId, { resumesAt, failure: hold?.failure ?? null });
      const state = hold?.isLimit ? 'waiting' : 'running';
      publish(accountId, { state, resumesAt: timeOf(resumesAt), ...hold?.failure });
    }
    function isHurried(): boolean {
      const { isHurried } = current;
      current.isHurried = false;
      return isHurried;
    }
    const patience = createSyncPatience({ clock, wait, shouldStop, isHurried, onHold });
    const run: SyncRun = {
      ...dependencies,
      accountId,
      shouldStop,
      ask: patience.ask,
      onProgress(count, read) {
        if (read > 0) pace.note(read);
        const left = count.total === null ? null : count.total - count.fetched;
        publish(accountId, { state: going(), ...count, ...(current.stop ? {} : pace.figures(left)) });
      },
    };
    return { run, sitOut: patience.sitOut };
  }

  /** Never rejects. */
  async function work(accountId: string, current: Running, run: ReturnType<typeof runOf>): Promise<void> {
    try {
      let isComplete = false;
      // Asked to go on while the pause was still to come, it does.
      do isComplete = await read(accountId, run);
      while (!isComplete && current.stop === null);
      running.delete(accountId);
      const state = current.stop === 'pause' ? 'paused' : 'idle';
      publish(accountId, { state: isComplete ? 'done' : state });
    } catch (error) {
      running.delete(accountId);
      fail(accountId, error);
    }
  }

  async function read(accountId: string, { run, sitOut }: ReturnType<typeof runOf>): Promise<boolean> {
    const sync = store.sync(accountId);
    if (sync.resumesAt !== null && sync.failure !== null) {
      await sitOut({ until: sync.resumesAt, failure: sync.failure, isLimit: true });
    }
    try {
      return await runSync(run, sync);
    } catch (error) {
      // WeChat no longer knows the person the next page begins after: only a new beginning helps.
      const isTurned = store.sync(accountId).nextOpenid !== '';
      if (!isTurned || failureOfSync(error).reason !== 'openid_rejected') throw error;
      return await runSync(run, store.begin(accountId, clock.now()));
    }
  }

  function fail(accountId: string, error: unknown): void {
    const failure = failureOfSync(error);
    const detail = error instanceof Error ? error.message : null;
    logger.warn({ accountId, ...failure, detail }, 'follower sync failed');
    try {
      store.hold(accountId, { failure });
    } catch (refused) {
      logger.error({ accountId, detail: String(refused) }, 'the failure of a follower sync is not stored');
    }
    publish(accountId, { state: 'failed', ...failure });
  }

  async function stop(accountId: string): Promise<void> {
    const current = running.get(accountId);
    if (!current) return;
    current.stop = 'close';
    current.wake();
    await current.settled;
  }

  return {
    /** Starts one, or lets the one that is paused or waits go on now. @throws StorageFailed */
    sync(accountId: string): SyncProgress {
      const current = running.get(accountId);
      if (current?.stop === 'pause') {
        store.hold(accountId, {});
        current.stop = null;
        current.isHurried = true;
        publish(accountId, { state: 'running' });
      } else if (current) {
        current.isHurried = progressOf(accountId).resumesAt !== null;
        if (current.isHurried) current.wake();
      } else if (!closed) start(accountId);
      return progressOf(accountId);
    },
    /** Stops after the hundred in flight. One that has ended stays as it is. @throws StorageFailed */
    pause(accountId: string): SyncProgress {
      const current = running.get(accountId);
      const isResting = !current && ['idle', 'waiting'].includes(stateOf(store.sync(accountId)));
      const isUnfinished = store.sync(accountId).startedAt !== null;
      if (isUnfinished && (current?.stop === null || isResting)) {
        store.hold(accountId, { isPaused: true });
        publish(accountId, { state: 'paused' });
        if (current) current.stop = 'pause';
        current?.wake();
      }
      return progressOf(accountId);
    },
    /** The present progress, then each change, until the signal aborts. */
    progress: (accountId: string, signal: AbortSignal | undefined) =>
      feed.listen(() => progressOf(accountId), signal),
    /** Goes on with those that waited for a time when the last session ended. Never throws. */
    resume(): void {
      for (const accountId of store.waiting()) {
        try {
          if (!running.has(accountId)) start(accountId);
        } catch (error) {
          logger.warn({ accountId, detail: String(error) }, 'a waiting follower sync could not go on');
        }
      }
    },
    /** Ends an account's sync after the hundred in flight, and forgets how it went. */
    async forget(accountId: string): Promise<void> {
      await stop(accountId);
      progresses.delete(accountId);
      feed.end(accountId);
    },
    /** Ends all of them after the hundred in flight; the next session can go on from there. */
    async close(): Promise<void> {
      closed = true;
      await Promise.all([...running.keys()].map(stop));
      feed.close();
    },
  };
}
