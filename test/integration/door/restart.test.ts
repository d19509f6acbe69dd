/** What was left undecided when FollowDesk ended is taken up when it starts again. */
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '#core/app.ts';
import { openDoor, testEnvironment } from '../../support/door.ts';

test('a look-up that WeChat never answered is asked again after a restart', async () => {
  const door = await openDoor();
  door.wechat.faults.on('reset', { paths: ['/cgi-bin/user/info'] });
  const away = await door.scan('follower');
  expect(away).toMatchObject({ verdict: 'unknown', reason: 'network', pending: true });
  await door.app.close();

  door.wechat.faults.off();
  const app = await createApp(testEnvironment(door.folder));
  onTestFinished(() => app.close());
  expect(app.callback.result(away.key)).toMatchObject({ verdict: 'unknown', pending: true });
  const change = await app.scans.changes(undefined, AbortSignal.timeout(20_000)).next();
  expect(change.value).toMatchObject({ verdict: 'followed', visits: 1 });
  expect(app.callback.result(away.key)).toMatchObject({ verdict: 'followed', pending: false });
});

test('the token of before is used again: no new fetch', async () => {
  const door = await openDoor();
  await door.scan('follower');
  await door.app.close();
  const app = await createApp(testEnvironment(door.folder));
  onTestFinished(() => app.close());
  const [scan] = app.scans.list({ limit: 1 }).items;
  expect(await app.scans.recheck(scan?.id ?? '')).toMatchObject({ verdict: 'followed' });
  expect(door.wechat.calls.count('/cgi-bin/stable_token')).toBe(1);
});

test('codes on screen stay valid across a restart', async () => {
  const door = await openDoor();
  const { state } = door.app.entries.code(door.entry.id);
  await door.app.close();
  const app = await createApp(testEnvironment(door.folder));
  onTestFinished(() => app.close());
  expect(await app.callback.visit({ code: undefined, state })).toMatchObject({ kind: 'result' });
});
