/** A directory in memory, read from a scripted WeChat whose pauses take no time. Closed when the test ends. */
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createFollowers, type Followers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { FollowersPage } from '#core/wechat/followers-list.ts';
import type { SyncProgress } from '#shared/model/user.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { account, accounts, createScriptedWeChat, crowd, type ScriptedWeChat } from './scripted-wechat.ts';
import { turnedWait } from './turned-wait.ts';

export interface OpenedSync {
  client: ScriptedWeChat;
  followers: Followers;
  database: DatabaseSync;
  /** Every pause it made, in milliseconds. */
  pauses: number[];
  /** What is known of the account; a test may change it under way. */
  known: { credentials: typeof accounts.credentials };
  /** Reads; answers how that ended, null when the feed did. */
  sync(): Promise<SyncProgress | null>;
  /** How many the directory shows. */
  present(): number;
  /** Changes what WeChat answers about the page after `next`, so many times. */
  spoilPage(next: string, spoil: (page: FollowersPage) => FollowersPage, times?: number): void;
  /** The next session on the same database. */
  reopen(): Promise<Followers>;
}

/** 450 people, two hundred to a page. */
export function openSync(): OpenedSync {
  const database = openDatabase(':memory:', 'no folder');
  const client = createScriptedWeChat(crowd(450), 200);
  const clock = manualClock();
  const { openWait, pauses } = turnedWait(clock);
  const known = { credentials: accounts.credentials };

  function open(): Followers {
    return createFollowers({
      client,
      accounts: { ...accounts, credentials: (id) => known.credentials(id) },
      store: createFollowerStore(database),
      clock,
      openWait,
      logger: recordingLogger(),
    });
  }

  let followers = open();
  onTestFinished(async () => {
    await followers.close();
    database.close();
  });
  return {
    client,
    followers,
    database,
    pauses,
    known,
    async sync() {
      followers.sync(account.id);
      for await (const progress of followers.progress(account.id, undefined)) {
        if (!['running', 'waiting'].includes(progress.state)) return progress;
      }
      return null;
    },
    present: () => followers.list({ accountId: account.id, limit: 1 }).total,
    spoilPage(next, spoil, times = Number.POSITIVE_INFINITY) {
      const { followersPage } = client;
      let left = times;
      client.followersPage = async (credentials, asked) => {
        const page = await followersPage(credentials, asked);
        if (asked !== next || left === 0) return page;
        left -= 1;
        return spoil(page);
      };
    },
    async reopen() {
      await followers.close();
      followers = open();
      return followers;
    },
  };
}
