/** The REST paths about people and records: the directory, tags, notes, look-ups, annulled scans, charts. */
import { expect, test } from 'vitest';
import { openDoor } from '../../support/door.ts';
import { bearer, openConsole, partialApp } from './open-console.ts';
import { ask } from './open-listener.ts';

async function openRest() {
  const door = await openDoor();
  const openid = door.wechat.people.find('follower')?.openid ?? '';
  return { ...door, ...(await openConsole(door.app)), openid, accountId: door.entry.accountId };
}

test('the directory is read, searched and changed', async () => {
  const { rest, url, accountId, openid } = await openRest();
  await rest('POST', '/followers/sync', { accountId });
  const state = async () =>
    (await rest('GET', `/followers?accountId=${accountId}`)).json.asOf === null ? 'reading' : 'read';
  await expect.poll(state, { timeout: 10_000 }).toBe('read');
  const all = (await rest('GET', `/followers?accountId=${accountId}`)).json;
  expect(all.items.map((follower: { openid: string }) => follower.openid)).toContain(openid);
  const turned = await rest('GET', `/followers?accountId=${accountId}&cursor=rubbish`);
  expect(turned).toMatchObject({
    status: 400,
    json: { code: 'BAD_REQUEST', data: { issues: [{ path: ['cursor'] }] } },
  });

  const tag = await rest('POST', '/tags', { accountId, name: '讲师' });
  expect(tag).toMatchObject({ status: 201, json: { id: expect.any(Number), name: '讲师' } });
  const tagging = { accountId, tagId: tag.json.id, openids: [openid], add: true };
  expect((await rest('POST', '/followers/tag', tagging)).json).toEqual({ changed: 1, failures: [] });
  await rest('POST', '/followers/remark', { accountId, openid, remark: '王老师' });
  const found = await rest('GET', `/followers?accountId=${accountId}&q=${encodeURIComponent('王')}`);
  expect(found.json.items).toMatchObject([
    { openid, remark: '王老师', tagIds: expect.arrayContaining([tag.json.id]) },
  ]);
  expect((await rest('GET', `/followers/changes?accountId=${accountId}`)).json).toMatchObject({ new: 0 });
  const removed = await fetch(`${url}/api/tags/${tag.json.id}`, {
    method: 'DELETE',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: JSON.stringify({ accountId }),
  });
  expect(removed.status).toBe(204);
});

test('a person is noted and then forgotten', async () => {
  const { rest, scan, accountId, openid } = await openRest();
  await scan('follower', 'gate');
  const noted = await rest('POST', '/people/note', { accountId, openid, note: '讲师' });
  expect(noted.json).toMatchObject({ openid, note: '讲师', scans: 1 });
  expect((await rest('GET', `/people?accountId=${accountId}&openid=${openid}`)).json).toEqual(noted.json);
  const erased = await rest('POST', '/people/erase', { accountId, openid });
  expect(erased.json).toMatchObject({ scans: 1, notes: 1 });
  const text =
    (await rest('GET', '/scans')).text + (await ask((await rest('GET', '/host')).json.callback.url)).text;
  expect(text).not.toContain(openid);
});

test('a look-up is started, watched and read in the order given', async () => {
  const { rest, accountId, openid } = await openRest();
  const started = await rest('POST', '/lookups', { accountId, openids: ['nonsense', openid, 'nonsense'] });
  expect(started).toMatchObject({ status: 202, json: { asked: 2 } });
  const path = `/lookups/${started.json.id}`;
  await expect.poll(async () => (await rest('GET', path)).json.state, { timeout: 10_000 }).toBe('done');
  const first = (await rest('GET', `${path}/results?limit=1`)).json;
  const second = (await rest('GET', `${path}/results?limit=1&cursor=${first.nextCursor}`)).json;
  expect([...first.items, ...second.items]).toMatchObject([
    { openid: 'nonsense', reason: 'openid_rejected' },
    { openid, verdict: 'followed', raw: { openid, subscribe: 1 } },
  ]);
  expect((await rest('GET', '/lookups')).json.items).toHaveLength(1);
  expect((await rest('DELETE', path)).status).toBe(204);
  expect((await rest('GET', path)).status).toBe(404);
});

test('an annulled scan counts nowhere until it is reinstated', async () => {
  const { rest, scan, entry } = await openRest();
  await scan('follower');
  const [{ id }] = (await rest('GET', '/scans')).json.items;
  const annulled = await rest('POST', `/scans/${id}/annul`, { reason: '试扫' });
  expect(annulled.json.annulled).toMatchObject({ reason: '试扫' });
  expect((await rest('GET', '/scans/series?by=entry')).json.items).toEqual([]);
  expect((await rest('GET', '/scans?annulled=true')).json.items).toHaveLength(1);
  expect((await rest('GET', '/scans?annulled=false')).json.items).toEqual([]);
  expect((await rest('POST', `/scans/${id}/reinstate`)).json.annulled).toBeNull();
  expect((await rest('GET', '/scans/series?by=entry')).json.items).toMatchObject([
    { entryId: entry.id, scanned: 1, followed: 1 },
  ]);
});

test('an openid in an address is in no log, also when all goes wrong', async () => {
  const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
  const app = partialApp({
    people: {
      get() {
        throw new Error('a fault');
      },
    },
  });
  const { rest, logger } = await openConsole(app);
  expect((await rest('GET', `/people?accountId=a1&openid=${openid}`)).status).toBe(500);
  expect(logger.lines).toHaveLength(1);
  expect(logger.lines.join()).not.toContain(openid);
});

test('without the token nobody gets in, whatever the path', async () => {
  const { url } = await openRest();
  const paths = [
    '/people?accountId=a&openid=o',
    '/followers?accountId=a',
    '/lookups',
    '/scans/export?format=csv',
  ];
  for (const path of [...paths, '/lookups/x/export?format=csv', '/exports/scans', '/openapi.json'])
    expect((await ask(`${url}/api${path}`)).status, path).toBe(401);
});
