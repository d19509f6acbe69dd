/** The main job over real sockets: phone → authorize page → callback → WeChat → verdict. */
import { expect, test } from 'vitest';
import { openDoor } from '../../support/door.ts';

test.each([
  ['follower', { verdict: 'followed', reason: null, canRecheck: true }],
  ['stranger', { verdict: 'not_followed', reason: null, canRecheck: true }],
  ['new', { verdict: 'not_followed', reason: null, canRecheck: true }],
  ['declines', { verdict: 'unknown', reason: 'denied', canRecheck: false }],
  ['snapshot', { verdict: 'unknown', reason: 'snapshot_user', canRecheck: false }],
])('a visitor who is a %s gets the right verdict', async (as, expected) => {
  const door = await openDoor();
  const result = await door.scan(as);
  expect(result).toMatchObject({ ...expected, param: 'door', pending: false, errcode: null });
  expect(door.app.scans.list({ limit: 10 }).items).toMatchObject([
    { verdict: expected.verdict, reason: expected.reason, entryId: door.entry.id, visits: 1 },
  ]);
});

test('a lone visitor costs two calls, and many visitors one token', async () => {
  const door = await openDoor();
  await door.scan('follower');
  expect(door.wechat.calls.count('/sns/oauth2/access_token')).toBe(1);
  expect(door.wechat.calls.count('/cgi-bin/user/info')).toBe(1);
  await Promise.all(Array.from({ length: 40 }, () => door.scan('new')));
  expect(door.wechat.calls.count('/cgi-bin/stable_token')).toBe(1);
  expect(await door.app.scans.summary({})).toMatchObject({ scanned: 41, followed: 1, notFollowed: 40 });
});

test('the second callback of one visit is counted on the first one’s scan', async () => {
  const door = await openDoor();
  door.wechat.faults.on('doubleCallback', { times: 1 });
  await door.scan('follower');
  expect(door.app.scans.list({ limit: 10 }).items).toMatchObject([{ verdict: 'followed', visits: 2 }]);
});

test('a param with everything in it comes through', async () => {
  const door = await openDoor();
  const param = '门票=7&座位#A%2B"<b>';
  expect(await door.scan('follower', param)).toMatchObject({ param });
});

test('“I have followed — check again” finds out, with no new scan', async () => {
  const door = await openDoor();
  const { key } = await door.scan('stranger');
  await fetch(`${door.wechat.url}/simulator/people/stranger`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subscribe: 1 }),
  });
  const page = await fetch(`${door.callbackUrl}/r/${key}/recheck`, { method: 'POST', redirect: 'manual' });
  expect(page.status).toBe(303);
  expect(await door.result(key)).toMatchObject({ verdict: 'followed' });
  expect(await door.app.scans.summary({})).toMatchObject({ scanned: 1, followed: 1, notFollowed: 0 });
});

test('the feed brings each change in order and resumes where it was left', async () => {
  const door = await openDoor();
  const stop = new AbortController();
  const feed = door.app.scans.changes(undefined, stop.signal);
  const first = feed.next();
  await door.scan('follower');
  const { value: seen } = await first;
  expect(seen).toMatchObject({ verdict: 'followed', revision: 1 });
  stop.abort();
  await door.scan('stranger');
  await door.scan('declines');
  const resumed = door.app.scans.changes(1, new AbortController().signal);
  expect((await resumed.next()).value).toMatchObject({ verdict: 'not_followed', revision: 2 });
  expect((await resumed.next()).value).toMatchObject({ reason: 'denied', revision: 3 });
  await resumed.return(undefined);
});
