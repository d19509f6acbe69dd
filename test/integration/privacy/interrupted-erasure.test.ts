/** The promise: an erasure that was begun is finished, whatever ends the host in the middle of it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { startSimulator } from '#simulator/platform.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from '../server/spawn-headless.ts';
import { filesWithTraces } from './traces.ts';

const APP = { appId: 'wx00112233445566', appSecret: 'a secret for this test', name: 'Door' };
const openid = 'oErased_person_0123456789abc';
const unionid = 'uErased_person_0123456789abc';
const SCANS = 20_000;

/** A folder in which one person has scanned so often that erasing them takes a while. */
function crowdedFolder(): string {
  const folder = temporaryFolder();
  const database = openDatabase(join(folder, 'scans.db'), folder);
  database.exec(`
    WITH RECURSIVE ids(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM ids WHERE id < ${SCANS})
    INSERT INTO scans (id, revision, entry_id, account_id, openid, unionid, verdict, param, scanned_at,
        decided_at, visits)
      SELECT id, id, 'entry00001', 'account001', '${openid}', '${unionid}', 'followed', '', id, id, 1 FROM ids;
    INSERT INTO tallies VALUES ('entry00001', 'account001', 'followed', '', 0, ${SCANS})`);
  database.close();
  return folder;
}

function scansLeft(folder: string): number {
  const database = new DatabaseSync(join(folder, 'scans.db'));
  const row = database.prepare('SELECT count(*) AS scans FROM scans WHERE openid = ?').get(openid);
  database.close();
  return Number(row?.scans);
}

test('killed in the middle of an erasure, the next start has finished it before it answers', {
  timeout: 60_000,
}, async () => {
  const folder = crowdedFolder();
  const person = `/people?accountId=account001&openid=${openid}`;
  const first = spawnHeadless(['--data-dir', folder]);
  await first.ready();
  const erasure = first
    .rest('POST', '/people/erase', { accountId: 'account001', openid })
    .catch(() => 'broken off');
  const scans = async () => (await first.rest('GET', person)).scans;
  await expect.poll(scans, { interval: 1, timeout: 20_000 }).toBeLessThan(SCANS);
  await first.stop('SIGKILL');
  expect(await erasure).toBe('broken off');
  // Opening it here leaves the log for the next start, as the kill did: nothing is written.
  expect(scansLeft(folder)).toBeGreaterThan(0);

  const second = spawnHeadless(['--data-dir', folder]);
  await second.ready();
  expect(filesWithTraces(folder, [openid, unionid])).toEqual([]);
  expect(second.stderr()).toContain('an erasure that had been interrupted is finished');
  expect(second.stderr()).not.toContain(openid);
  expect(await second.rest('GET', '/scans/summary')).toMatchObject({ scanned: SCANS });
  expect(await second.stop()).toBe(0);
  expect(filesWithTraces(folder, [openid, unionid])).toEqual([]);
});

test('a look-up at work leaves the erased out; a sync that runs may meet them anew', {
  timeout: 60_000,
}, async () => {
  const heard = { batch: () => {} };
  const wechat = await startSimulator({
    apps: [APP],
    onCall(path) {
      if (path === '/cgi-bin/user/info/batchget') heard.batch();
    },
  });
  onTestFinished(() => wechat.close());
  const [anna = '', ...others] = wechat.people.addMany(99, { followEvery: 1 });
  const host = spawnHeadless();
  const { appId, appSecret } = APP;
  const addresses = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { id: accountId } = await host.rest('POST', '/accounts', { appId, appSecret, ...addresses });
  const erase = () => host.rest('POST', '/people/erase', { accountId, openid: anna });

  /** Before WeChat's answer is on its way. */
  function whenAsked(): Promise<unknown> {
    return new Promise((resolve) => {
      heard.batch = () => {
        heard.batch = () => {};
        resolve(erase());
      };
    });
  }
  const whileLookedUp = whenAsked();
  const { id } = await host.rest('POST', '/lookups', { accountId, openids: [anna, ...others] });
  expect(await whileLookedUp).toMatchObject({ lookups: 1 });
  await expect
    .poll(async () => (await host.rest('GET', `/lookups/${id}`)).state, {
      timeout: 10_000,
    })
    .toBe('done');
  const { items } = await host.rest('GET', `/lookups/${id}/results?limit=500`);
  expect(items.map((row: { openid: string }) => row.openid)).toEqual(others);
  expect(await host.rest('GET', `/lookups/${id}`)).toMatchObject({ asked: 98, answered: 98, state: 'done' });

  const whileSynced = whenAsked();
  await host.rest('POST', '/followers/sync', { accountId });
  await whileSynced;
  const asOf = async () => (await host.rest('GET', `/followers?accountId=${accountId}`)).asOf;
  await expect.poll(asOf, { timeout: 10_000 }).not.toBeNull();
  // Whoever follows stands in WeChat's list: whether they are met anew depends on what was in flight. The next
  // erasure finds them either way.
  const found = await host.rest('GET', `/followers?accountId=${accountId}&q=${anna}`);
  expect(await erase()).toMatchObject({ followers: found.total });
  expect(await host.rest('GET', `/followers?accountId=${accountId}&q=${anna}`)).toMatchObject({ total: 0 });
});
