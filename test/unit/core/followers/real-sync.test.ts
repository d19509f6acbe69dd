/** The directory read by the real client from the real simulator, into a real file. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFollowers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { APP_SECRET, openRealWeChat } from '../users/real-wechat.ts';
import { turnedWait } from './turned-wait.ts';

async function open() {
  const wechat = await openRealWeChat();
  const folder = temporaryFolder();
  const database = openDatabase(join(folder, 'scans.db'), folder);
  const logger = recordingLogger();
  const store = createFollowerStore(database);
  const clock = manualClock();
  const { openWait } = turnedWait(clock);
  const followers = createFollowers({ ...wechat, store, clock, openWait, logger });
  onTestFinished(async () => {
    await followers.close();
    database.close();
  });
  async function sync() {
    followers.sync('acc');
    for await (const progress of followers.progress('acc', undefined)) {
      if (progress.state !== 'running') return progress;
    }
    return null;
  }
  return { ...wechat, logger, followers, sync };
}

test('everybody who follows is in the directory, and leaves it with the account', async () => {
  const { simulator, followers, sync } = await open();
  const resident = simulator.people.find('follower');
  const [first = ''] = simulator.people.addMany(250, { followEvery: 1 });
  expect(await sync()).toMatchObject({ state: 'done', fetched: 251, total: 251, pages: 1 });
  expect(simulator.calls.count('/cgi-bin/user/info/batchget')).toBe(3);
  const list = followers.list({ accountId: 'acc', limit: 500 });
  expect(list.total).toBe(251);
  expect(list.items.find(({ openid }) => openid === resident?.openid)).toMatchObject({
    subscribeTime: '2024-06-10T02:40:00.000Z',
    unionid: resident?.unionid,
    remark: resident?.remark || null,
  });
  simulator.people.unfollow(first);
  expect(await sync()).toMatchObject({ state: 'done', fetched: 250 });
  expect(followers.list({ accountId: 'acc', limit: 500, q: first }).total).toBe(0);
});

test.each([
  ['ipNotAllowed', 'ip_not_allowed', 40164],
  ['garbage', 'bad_reply', null],
] as const)('%s ends it with its reason, and no secret in the log', async (fault, reason, errcode) => {
  const { simulator, logger, sync } = await open();
  simulator.faults.on(fault);
  expect(await sync()).toMatchObject({ state: 'failed', reason, errcode, fetched: 0 });
  expect(logger.lines.join('\n')).toContain('follower sync failed');
  expect(logger.lines.join('\n')).not.toContain(APP_SECRET);
});
