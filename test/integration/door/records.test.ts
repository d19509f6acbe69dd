/** Records over the REST API of a whole FollowDesk: what is annulled counts nowhere, who is erased is nowhere. */
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '#core/app.ts';
import type { Scan, ScanChange } from '#shared/model/scan.ts';
import { openDoor, testEnvironment } from '../../support/door.ts';
import { filesContaining } from '../../support/files-under.ts';
import { openConsole } from '../server/open-console.ts';

async function openRecords() {
  const door = await openDoor();
  const { rest } = await openConsole(door.app);
  return { ...door, rest };
}

test('an annulled scan stays on record, counts nowhere, and can be counted again', async () => {
  const { rest, scan, app, entry } = await openRecords();
  await scan('follower');
  await scan('stranger');
  const [stranger, follower]: Scan[] = (await rest('GET', '/scans')).json.items;
  const changes = app.scans.changes(undefined, AbortSignal.timeout(20_000));
  const change = changes.next();
  const annulled = await rest('POST', `/scans/${stranger?.id}/annul`, { reason: ' 员工测试 ' });
  expect([annulled.status, annulled.json.annulled.reason]).toEqual([200, '员工测试']);
  expect((await change).value).toMatchObject({ id: stranger?.id, annulled: annulled.json.annulled });
  const summary = async (query = '') => (await rest('GET', `/scans/summary${query}`)).json;
  expect(await summary()).toMatchObject({ scanned: 1, notFollowed: 0, annulled: 1, followRate: 1 });

  expect(await summary(`?from=2020-01-01T00:00:00Z&annulled=false`)).toMatchObject({
    scanned: 1,
    annulled: 0,
  });
  const listed = await rest('GET', '/scans?annulled=true');
  expect(listed.json.items.map(({ id }: Scan) => id)).toEqual([stranger?.id]);
  const series = await rest('GET', `/scans/series?by=entry&accountId=${entry.accountId}`);
  expect(series.json.items).toMatchObject([{ at: null, entryId: entry.id, scanned: 1, followed: 1 }]);
  // WeChat can still be asked about it; the answer counts nowhere either.
  expect((await rest('POST', `/scans/${stranger?.id}/recheck`)).json.verdict).toBe('not_followed');
  expect(await summary()).toMatchObject({ scanned: 1, annulled: 1 });

  expect((await rest('POST', `/scans/${stranger?.id}/reinstate`)).json.annulled).toBeNull();
  expect(await summary()).toMatchObject({ scanned: 2, notFollowed: 1, annulled: 0 });
  const unknown = { status: 404, json: { code: 'NOT_FOUND', data: { kind: 'scan', id: '4711' } } };
  expect(await rest('POST', '/scans/4711/annul', { reason: 'x' })).toMatchObject(unknown);
  expect(await rest('POST', '/scans/4711/reinstate')).toMatchObject(unknown);
  expect((await rest('POST', `/scans/${follower?.id}/annul`, { reason: ' ' })).status).toBe(400);
});

test('who is erased is nowhere: not on a screen, not on a phone, not on the disk', async () => {
  const { rest, scan, app, entry, wechat, folder, logger, callbackUrl, close } = await openRecords();
  const { accountId } = entry;
  const page = await scan('follower', 'table 5');
  const openid = wechat.people.find('follower')?.openid ?? '';
  await scan('stranger', `invited by ${openid}`);
  await rest('POST', '/followers/sync', { accountId });
  const synced = async () => (await rest('GET', `/followers?accountId=${accountId}&q=${openid}`)).json.items;
  await expect.poll(synced).toHaveLength(1);
  const { json: lookup } = await rest('POST', '/lookups', { accountId, openids: [openid, 'nonsense'] });
  const asked = async () => (await rest('GET', `/lookups/${lookup.id}`)).json.state;
  await expect.poll(asked).toBe('done');
  const person = `/people?accountId=${accountId}&openid=${openid}`;
  await rest('POST', '/people/note', { accountId, openid, note: '爱喝咖啡' });
  expect((await rest('GET', person)).json).toMatchObject({
    note: '爱喝咖啡',
    scans: 1,
    follower: { openid },
  });
  const summary = (await rest('GET', '/scans/summary')).json;
  const { items } = (await rest('GET', `/scans?openid=${openid}`)).json;
  const changes = app.scans.changes(undefined, AbortSignal.timeout(20_000));
  const told = changes.next();

  const erased = await rest('POST', '/people/erase', { accountId, openid });
  expect(erased.json).toEqual({ scans: 1, lookups: 1, followers: 1, notes: 1 });
  const nobody = { id: items[0].id, openid: null, unionid: null, param: '', verdict: 'followed' };
  expect((await told).value satisfies ScanChange).toMatchObject(nobody);
  expect((await rest('GET', '/scans/summary')).json).toEqual(summary);
  expect((await rest('GET', `/scans?openid=${openid}`)).json.items).toEqual([]);
  expect((await rest('GET', person)).json).toMatchObject({ note: '', scans: 0, follower: null });
  expect(await synced()).toEqual([]);
  expect((await rest('POST', `/scans/${items[0].id}/recheck`)).json.code).toBe('NOT_RECHECKABLE');
  expect((await rest('GET', '/calls')).text).not.toContain(openid);
  for (const method of ['GET', 'POST']) {
    const path = method === 'GET' ? page.key : `${page.key}/recheck`;
    const phone = await fetch(`${callbackUrl}/r/${path}`, {
      method,
      headers: { accept: 'application/json' },
    });
    expect(phone.status).toBe(404);
  }
  await close();
  expect(filesContaining(folder, openid)).toEqual([]);
  expect(logger.lines.join()).not.toContain(openid);
});

test('what is older than the setting says is deleted at the next start', async () => {
  const door = await openDoor();
  await door.scan('follower');
  await door.app.host.changeSettings({ keepDays: 1 });
  await door.app.close();
  const later = { now: () => Date.now() + 2 * 86_400_000 };

  const app = await createApp({ ...testEnvironment(door.folder), clock: later });
  onTestFinished(() => app.close());
  await expect.poll(() => app.scans.summaryNow({}).scanned).toBe(0);
});
