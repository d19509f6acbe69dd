/** One account, several systems: FollowDesk reading from FollowDesk, and another system that fetches as well. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '#simulator/platform.ts';
import { visitAs } from '../../support/door.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openDesk } from './open-desk.ts';
import { spawnHeadless } from './spawn-headless.ts';

const MINUTE = 60_000;
const CLASSIC = '/cgi-bin/token';
const STABLE = '/cgi-bin/stable_token';

async function openWeChat() {
  const clock = manualClock();
  const wechat = await startSimulator({ clock: clock.now });
  onTestFinished(() => wechat.close());
  const [app] = wechat.apps;
  const credentials = {
    grant_type: 'client_credential',
    appid: app?.appId ?? '',
    secret: app?.appSecret ?? '',
  };
  return {
    wechat,
    clock,
    /** What the other system does. */
    fetchClassic: () => fetch(`${wechat.url}${CLASSIC}?${new URLSearchParams(credentials)}`),
  };
}

type WeChat = Awaited<ReturnType<typeof openWeChat>>;

/** One that fetches and serves, one that reads from it. */
async function openTwo({ wechat, clock }: WeChat, tokenMode: 'stable' | 'classic') {
  const owner = await openDesk(wechat, { tokenMode }, clock);
  const key = owner.app.tokens.openService(owner.id);
  const sharedToken = { url: owner.tokenUrl, bearer: key };
  const reader = await openDesk(wechat, { tokenMode: 'shared', sharedToken }, clock);
  return { owner, reader, key };
}

const FOLLOWED = { verdict: 'followed', reason: null };

test('five hundred visitors of the one that reads cost one reading, and WeChat one token', async () => {
  const there = await openWeChat();
  const { owner, reader, key } = await openTwo(there, 'stable');
  const visits = await Promise.all(
    Array.from({ length: 500 }, () => visitAs(reader.callbackUrl, reader.entryId, 'follower')),
  );
  expect(new Set(visits.map(({ key }) => reader.app.callback.result(key)?.verdict))).toEqual(
    new Set(['followed']),
  );
  expect(reader.app.tokens.status(reader.id)).toMatchObject({
    fetches: 1,
    fetchesToday: 0,
    dailyLimit: null,
  });
  expect(owner.app.tokens.status(owner.id)).toMatchObject({ fetches: 1, fetchesToday: 1 });
  expect([there.wechat.calls.count(STABLE), there.wechat.calls.count(CLASSIC)]).toEqual([1, 0]);
  for (const { folder, logger } of [owner, reader]) {
    expect(logger.lines.join('\n')).not.toContain(key);
    for (const name of ['settings.json', 'tokens.sealed'])
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain(key);
  }
});

test('a token of the owner’s that was renewed reaches the reader before the old one dies', async () => {
  const there = await openWeChat();
  const { owner, reader } = await openTwo(there, 'classic');
  expect(await reader.look()).toEqual(FOLLOWED);
  for (let minutes = 0; minutes < 240; minutes += 2) {
    there.clock.advance(2 * MINUTE);
    expect([await reader.look(), await owner.look()], `after ${minutes} minutes`).toEqual([
      FOLLOWED,
      FOLLOWED,
    ]);
  }
  expect(there.wechat.calls.count(CLASSIC)).toBe(3);
  for (const { app, id } of [owner, reader]) expect(app.tokens.status(id).stolenAt).toBeNull();
});

test('when the service closes, the reader says what is wrong as soon as its token is gone', async () => {
  const there = await openWeChat();
  const { owner, reader } = await openTwo(there, 'stable');
  expect(await reader.look()).toEqual(FOLLOWED);
  owner.app.tokens.closeService(owner.id);
  expect(await reader.look()).toEqual(FOLLOWED);
  there.clock.advance(2 * 60 * MINUTE);
  expect(await reader.look()).toEqual({ verdict: 'unknown', reason: 'token' });
  await expect(reader.app.tokens.refresh(reader.id)).rejects.toMatchObject({ kind: 'refused', status: 401 });
});

test('another system that fetches classic tokens is noticed with the first scan it spoils', async () => {
  const there = await openWeChat();
  const desk = await openDesk(there.wechat, { tokenMode: 'classic' }, there.clock);
  expect(await desk.look()).toEqual(FOLLOWED);
  there.clock.advance(20 * MINUTE);
  const takenAt = there.clock.now();
  await there.fetchClassic();
  for (let minutes = 0; minutes < 6; minutes++) {
    there.clock.advance(MINUTE);
    expect(await desk.look(), 'no visitor notices').toEqual(FOLLOWED);
  }
  const { stolenAt, takenAbout } = desk.app.tokens.status(desk.id);
  expect(Date.parse(stolenAt ?? '') - takenAt).toBe(5 * MINUTE);
  expect(Date.parse(takenAbout ?? '')).toBe(takenAt);
  expect(desk.app.host.status().notices).toContain('token_taken');
  desk.app.accounts.update(desk.id, { tokenMode: 'stable' });
  expect(await desk.look()).toEqual(FOLLOWED);
  expect(desk.app.tokens.status(desk.id)).toMatchObject({ mode: 'stable', stolenAt: null, takenAbout: null });
  await there.fetchClassic();
  there.clock.advance(10 * MINUTE);
  expect(await desk.look()).toEqual(FOLLOWED);
  expect(desk.app.host.status().notices).not.toContain('token_taken');
});

test('a reader whose token was taken is healed through the owner, who learns of it that way', async () => {
  const there = await openWeChat();
  const { owner, reader } = await openTwo(there, 'classic');
  expect(await reader.look()).toEqual(FOLLOWED);
  there.clock.advance(20 * MINUTE);
  await there.fetchClassic();
  there.clock.advance(6 * MINUTE);
  expect(await reader.look()).toEqual(FOLLOWED);
  expect(owner.app.tokens.status(owner.id).stolenAt).not.toBeNull();
  expect(reader.app.tokens.status(reader.id)).toMatchObject({ fetches: 2, stolenAt: null });
});

test('a force throws nobody out who reads from the one that forced', async () => {
  const there = await openWeChat();
  const { owner, reader } = await openTwo(there, 'stable');
  expect(await reader.look()).toEqual(FOLLOWED);
  await owner.app.tokens.force(owner.id);
  expect([await reader.look(), await owner.look()]).toEqual([FOLLOWED, FOLLOWED]);
  expect(reader.app.tokens.status(reader.id).fetches).toBe(2);
});

test('what another system forced a moment ago is not claimed as ours', async () => {
  const there = await openWeChat();
  const [one, other] = [
    await openDesk(there.wechat, {}, there.clock),
    await openDesk(there.wechat, {}, there.clock),
  ];
  await one.app.tokens.force(one.id);
  there.clock.advance(10_000);
  await expect(other.app.tokens.force(other.id)).rejects.toMatchObject({ retryAfterSeconds: 30 });
  expect(other.app.tokens.status(other.id).forcedToday).toBe(0);
  there.clock.advance(30_000);
  expect(await other.app.tokens.force(other.id)).toMatchObject({ forcedToday: 1 });
});

test('a kill right after a force does not forget it', async () => {
  const wechat = await startSimulator();
  onTestFinished(() => wechat.close());
  const [app] = wechat.apps;
  const folder = temporaryFolder();
  const first = spawnHeadless(['--data-dir', folder, '--console-port', '0']);
  const { id } = await first.rest('POST', '/accounts', {
    appId: app?.appId,
    appSecret: app?.appSecret,
    apiBaseUrl: wechat.url,
  });
  expect(await first.rest('POST', `/accounts/${id}/token/force`)).toMatchObject({
    forcedToday: 1,
    fetchesToday: 2,
  });
  await first.stop('SIGKILL');

  const second = spawnHeadless(['--data-dir', folder, '--console-port', '0']);
  expect(await second.rest('GET', `/accounts/${id}/token`)).toMatchObject({
    forcedToday: 1,
    fetchesToday: 2,
  });
  const again = await second.rest('POST', `/accounts/${id}/token/force`);
  expect(again).toMatchObject({ code: 'TOO_SOON', data: { retryAfterSeconds: expect.any(Number) } });
  expect(again.data.retryAfterSeconds).toBeGreaterThan(0);
  expect(await second.stop()).toBe(0);
});
