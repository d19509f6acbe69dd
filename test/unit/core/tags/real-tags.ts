/** The real client and a real simulator, for tags and remarks: what one side calls a limit, the other meets. */

import { onTestFinished } from 'vitest';
import { createFollowers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { createTags } from '#core/tags/tags.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { openRealWeChat } from '../users/real-wechat.ts';

export async function openTags() {
  const wechat = await openRealWeChat();
  const database = openDatabase(':memory:', 'no folder');
  const store = createFollowerStore(database);
  const followers = createFollowers({ ...wechat, store, clock: manualClock(), logger: recordingLogger() });
  onTestFinished(async () => {
    await followers.close();
    database.close();
  });

  /** Reads everybody into the directory. */
  async function sync(): Promise<void> {
    followers.sync('acc');
    for await (const { state } of followers.progress('acc', undefined)) if (state === 'done') return;
  }

  /** The openids of so many new followers. */
  function crowd(many: number): string[] {
    return wechat.simulator.people.addMany(many, { followEvery: 1 });
  }

  return { ...wechat, store, followers, tags: createTags({ ...wechat, store }), sync, crowd };
}
