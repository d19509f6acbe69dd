/** Who is erased is nowhere: in no byte of the data folder, in no answer, in no log, also after a restart. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Scan } from '#shared/model/scan.ts';
import { startSimulator } from '#simulator/platform.ts';
import { visitAs } from '../../support/door.ts';
import { makeReleasedDatabase, oldScanSql } from '../../support/released-database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from '../server/spawn-headless.ts';
import { everyAnswer, filesWithTraces } from './traces.ts';

const APP = { appId: 'wx00112233445566', appSecret: 'a secret for this test', name: 'Door' };

/** A host of today on a folder of the version before, in which the person already stands. */
async function openHost() {
  const wechat = await startSimulator({ apps: [APP] });
  onTestFinished(() => wechat.close());
  const { openid = '', unionid = '' } = wechat.people.find('follower') ?? {};
  const folder = temporaryFolder();
  makeReleasedDatabase(folder, 2, oldScanSql(1, openid) + oldScanSql(2, 'oSomebody_else_0123456789abc'));
  const host = spawnHeadless(['--data-dir', folder]);
  const addresses = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { appId, appSecret } = APP;
  const { id: accountId } = await host.rest('POST', '/accounts', { appId, appSecret, ...addresses });
  const entry = await host.rest('POST', '/entries', { accountId, name: 'Door', scope: 'snsapi_userinfo' });
  const { callbackUrl } = await host.ready();

  async function sync(): Promise<void> {
    const before = (await host.rest('GET', `/followers?accountId=${accountId}`)).asOf;
    await host.rest('POST', '/followers/sync', { accountId });
    const asOf = async () => (await host.rest('GET', `/followers?accountId=${accountId}`)).asOf;
    await expect.poll(asOf, { timeout: 10_000 }).not.toBe(before);
  }
  const scan = (as: string, param?: string) => visitAs(callbackUrl, entry.id, as, param);
  return {
    wechat,
    host,
    folder,
    accountId,
    entryId: entry.id as string,
    openid,
    unionid,
    callbackUrl,
    sync,
    scan,
  };
}

/** Everything by which FollowDesk can come to know somebody. */
async function meet(opened: Awaited<ReturnType<typeof openHost>>): Promise<void> {
  const { wechat, host, accountId, entryId, openid, unionid, callbackUrl, sync, scan } = opened;
  await scan('follower', `table 5 of ${openid}`);
  await scan('follower');
  await scan('stranger', `invited by ${openid} (${unionid})`);
  // On its way to WeChat, with a param that is kept until it comes back.
  await fetch(`${callbackUrl}/go/${entryId}?param=from-${openid}`, { redirect: 'manual' });
  const { items } = (await host.rest('GET', '/scans')) as { items: Scan[] };
  for (const [index, { id }] of items.entries()) {
    await host.rest('POST', `/scans/${id}/annul`, { reason: `${openid} was here ${index} times` });
    if (index > 0) await host.rest('POST', `/scans/${id}/reinstate`);
  }
  const { id } = await host.rest('POST', '/lookups', { accountId, openids: [openid, 'nonsense'] });
  await expect
    .poll(async () => (await host.rest('GET', `/lookups/${id}`)).state, { timeout: 10_000 })
    .toBe('done');
  await host.rest('POST', '/users/lookup', { accountId, openids: [openid] });
  await host.rest('POST', '/people/note', { accountId, openid, note: '爱喝咖啡' });
  const other = wechat.people.find('stranger')?.openid;
  await host.rest('POST', '/people/note', { accountId, openid: other, note: `a friend of ${openid}` });
  await sync();
  await host.rest('POST', '/followers/remark', { accountId, openid, remark: 'remarked' });
  const { id: tagId } = await host.rest('POST', '/tags', { accountId, name: 'VIP' });
  await host.rest('POST', '/followers/tag', { accountId, tagId, openids: [openid], action: 'add' });
  wechat.people.unfollow(openid);
  await sync();
  wechat.people.follow(openid);
  await sync();
}

test('erased from everything that keeps anybody, and from the disk', { timeout: 60_000 }, async () => {
  const opened = await openHost();
  const { host, folder, accountId, openid, unionid } = opened;
  await meet(opened);
  const known = await everyAnswer(host, accountId, openid);
  expect(known.split(openid).length).toBeGreaterThan(15);
  expect(known).toContain(unionid);
  const before = filesWithTraces(folder, [openid, unionid]);
  expect(before.some((path) => path.includes('before-'))).toBe(true);
  const summary = await host.rest('GET', '/scans/summary');

  const erased = await host.rest('POST', '/people/erase', { accountId, openid });
  expect(erased).toEqual({ scans: 3, lookups: 1, followers: 1, notes: 1 });
  expect(filesWithTraces(folder, [openid, unionid])).toEqual([]);
  const answers = await everyAnswer(host, accountId, openid);
  expect(answers).not.toContain(openid);
  expect(answers).not.toContain(unionid);
  expect(await host.rest('GET', '/scans/summary')).toEqual(summary);
  expect(await host.stop()).toBe(0);
  expect(filesWithTraces(folder, [openid, unionid])).toEqual([]);
  // The copy from before the upgrade is still a way back for everybody else.
  const copies = readdirSync(join(folder, 'backups'), { recursive: true, encoding: 'utf8' });
  expect(copies.filter((name) => name.includes('scans.db'))).toHaveLength(1);

  const second = spawnHeadless(['--data-dir', folder]);
  const later = await everyAnswer(second, accountId, openid);
  expect(later).not.toContain(openid);
  expect(later).not.toContain(unionid);
  expect(await second.rest('POST', '/people/erase', { accountId, openid })).toEqual({
    scans: 0,
    lookups: 0,
    followers: 0,
    notes: 0,
  });
  expect(await second.stop()).toBe(0);
  expect(filesWithTraces(folder, [openid, unionid])).toEqual([]);
  for (const log of [host.stderr(), second.stderr()]) {
    expect(log).not.toContain(openid);
    expect(log).not.toContain(unionid);
  }
});
