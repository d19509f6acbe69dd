/** The way back from a phone, examined from end to end: our own listener on a real socket, and somebody else's. */
import { expect, test } from 'vitest';
import { createSeenIps } from '#core/storage/sqlite/seen-ips.ts';
import type { CheckName } from '#shared/model/doctor.ts';
import { type Door, openDoor } from '../../support/door.ts';
import { openScanDatabase } from '../../support/scan-database.ts';

async function examine({ app, entry }: Door, check: CheckName) {
  const { findings } = await app.doctor.examine(entry.accountId, [check]);
  return findings[0];
}

function sendPhonesTo({ app, entry }: Door, publicUrl: string): void {
  app.accounts.update(entry.accountId, { publicUrl });
}

test('our own listener is recognised, and another FollowDesk is not taken for it', async () => {
  const [door, other] = [await openDoor(), await openDoor()];
  sendPhonesTo(door, door.callbackUrl);
  expect(await examine(door, 'reachability')).toMatchObject({
    state: 'ok',
    facts: { url: door.callbackUrl },
  });
  sendPhonesTo(door, other.callbackUrl);
  expect(await examine(door, 'reachability')).toMatchObject({ state: 'failed', cause: 'another_followdesk' });
});

test('a proof of domain is served as soon as it is given, and taken back when it is removed', async () => {
  const door = await openDoor();
  const { verificationFiles } = door.app;
  sendPhonesTo(door, door.callbackUrl);
  expect(await examine(door, 'verification_file')).toMatchObject({ state: 'warning', cause: 'none_yet' });
  const { name, text } = verificationFiles.add({ name: 'MP_verify_AbCdEf0123456789.txt' });
  expect(await (await fetch(`${door.callbackUrl}/${name}`)).text()).toBe(text);
  expect(await examine(door, 'verification_file')).toMatchObject({ state: 'ok', facts: { files: name } });
  verificationFiles.remove(name);
  expect((await fetch(`${door.callbackUrl}/${name}`)).status).toBe(404);
});

test('a refused address is remembered from ordinary work, until its account is gone', async () => {
  const door = await openDoor();
  const { app, entry, wechat, folder } = door;
  wechat.configure({ ipWhitelist: [], clientIp: '198.51.100.23' });
  await door.scan('follower');
  expect(app.doctor.seenIps(entry.accountId)).toMatchObject([{ ip: '198.51.100.23', allowed: false }]);
  await app.accounts.remove(entry.accountId);
  await door.close();
  const { database, commits } = openScanDatabase(folder);
  expect(createSeenIps(database, commits).list(entry.accountId)).toEqual([]);
});
