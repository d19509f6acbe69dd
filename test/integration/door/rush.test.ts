/** More phones at once than the door can serve: they wait, some on a page that asks again, and nobody is lost. */
import { expect, test } from 'vitest';
import { type Story, visit } from '../../rehearsal/phone.ts';
import { APP_SECRET, type Door, openDoor } from '../../support/door.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ask } from '../server/open-listener.ts';

/** A tenth of the door's patience and of the phones'. */
const HASTE = 10;
const EXCHANGE = '/sns/oauth2/access_token';

function narrowDoor(visitsAtOnce: number): Promise<Door> {
  return openDoor(temporaryFolder(), APP_SECRET, {
    latencyMs: 40,
    line: { visitsAtOnce, patienceMs: 10_000 / HASTE },
  });
}

function comeAs(door: Door, as: string): Promise<Story> {
  const scanned = door.app.entries.code(door.entry.id).authorizeUrl;
  return visit({ as, manner: 'plain', scanned }, { callbackUrl: door.callbackUrl, haste: HASTE });
}

/** Where WeChat sends a phone, with its code. */
async function callbackOf(door: Door, as: string): Promise<string> {
  const [page] = door.app.entries.code(door.entry.id).authorizeUrl.split('#');
  return (await fetch(`${page}&as=${as}`, { redirect: 'manual' })).headers.get('location') ?? '';
}

test('300 phones at once at a narrow door', { timeout: 60_000 }, async () => {
  const door = await narrowDoor(10);
  const openids = door.wechat.people.addMany(300);
  const stories = await Promise.all(openids.map((openid) => comeAs(door, openid)));

  const follows = (openid: string) => door.wechat.people.find(openid)?.following === true;
  for (const { visitor, verdict } of stories) {
    expect(verdict).toBe(follows(visitor.as) ? 'followed' : 'not_followed');
  }
  const scans = [...door.app.scans.all({})];
  expect(scans.map(({ openid }) => openid).toSorted()).toEqual(openids.toSorted());
  expect(scans.every(({ visits }) => visits === 1)).toBe(true);
  expect(door.wechat.calls.count(EXCHANGE)).toBe(300);
  const waited = stories.filter(({ waitingPages }) => waitingPages > 0).length;
  expect(waited).toBeGreaterThan(50);
  expect(door.app.accounts.pulse(door.entry.accountId).askedToWait).toBe(waited);
});

test('the waiting page keeps nothing, spends nothing, and is there as data too', async () => {
  const door = await narrowDoor(1);
  door.wechat.faults.on('slow', { times: 1, value: 3000 });
  const [inside, inLine, asked] = await Promise.all(
    door.wechat.people.addMany(3).map((openid) => callbackOf(door, openid)),
  );
  const served = ask(inside ?? '');
  const page = await ask(inLine ?? '', { headers: { 'accept-language': 'en' } });
  expect(page.status).toBe(503);
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(Number(page.headers['retry-after'])).toBeGreaterThanOrEqual(2);
  expect(page.text).toContain(`<meta http-equiv="refresh" content="${page.headers['retry-after']}">`);
  expect(page.text).toContain('Many people are scanning');
  expect(Buffer.byteLength(page.text)).toBeLessThan(10_000);
  const data = await ask(asked ?? '', { headers: { accept: 'application/json' } });
  expect([data.status, JSON.parse(data.text)]).toEqual([
    503,
    { code: 'BUSY', message: 'Come again', data: {} },
  ]);
  expect((await ask(asked ?? '', { method: 'HEAD' })).status).toBe(200);
  expect(door.wechat.calls.count(EXCHANGE)).toBe(1);
  // The door itself stays open, and whoever declines needs no place in it.
  expect((await ask(`${door.callbackUrl}/go/${door.entry.id}`)).status).toBe(302);
  expect((await ask((asked ?? '').replace(/code=\w+&/, ''))).status).toBe(303);
  expect((await served).status).toBe(303);
  expect((await ask(inLine ?? '')).status).toBe(303);
  const kept = [page.text, data.text, ...door.logger.lines].join();
  for (const callback of [inside, inLine, asked]) {
    const code = new URL(callback ?? '').searchParams.get('code') ?? '';
    expect(code).not.toBe('');
    expect(kept).not.toContain(code);
  }
});

test('a door that closes sends who stands in line to the next one', async () => {
  const door = await narrowDoor(1);
  const [first, second] = await Promise.all(
    door.wechat.people.addMany(2).map((openid) => callbackOf(door, openid)),
  );
  const inside = ask(first ?? '');
  const inLine = ask(second ?? '');
  await expect.poll(() => door.wechat.calls.count(EXCHANGE)).toBe(1);
  await door.app.close();
  expect((await inside).status).toBe(303);
  expect((await inLine).status).toBe(503);
});
