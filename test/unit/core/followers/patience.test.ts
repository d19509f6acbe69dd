/** A sync waits for what passes by itself, says until when, and misses nobody meanwhile. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WeChatUnreachable } from '#core/errors.ts';
import { createFollowers, type Followers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { createWait } from '#core/wechat/patience.ts';
import type { SyncProgress } from '#shared/model/user.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import {
  account,
  accounts,
  createScriptedWeChat,
  crowd,
  refused,
  type ScriptedWeChat,
} from './scripted-wechat.ts';
import { standingWait, turnedWait } from './turned-wait.ts';

let database: DatabaseSync;
let client: ScriptedWeChat;
let clock: ManualClock;
let followers: Followers;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  client = createScriptedWeChat(crowd(450), 200);
  clock = manualClock(Date.parse('2026-11-23T15:30:20Z'));
});

afterEach(async () => {
  await followers.close();
  database.close();
});

function open(openWait: typeof createWait): void {
  const store = createFollowerStore(database);
  followers = createFollowers({ client, accounts, store, clock, openWait, logger: recordingLogger() });
}

/** What is heard from now on, to the first of these states. */
async function hear(...last: SyncProgress['state'][]): Promise<SyncProgress[]> {
  const heard: SyncProgress[] = [];
  for await (const progress of followers.progress(account.id, undefined)) {
    heard.push(progress);
    if (last.includes(progress.state)) break;
  }
  return heard;
}

/** The look-up of the third hundred is answered by these, one after the other. */
function failThird(...errors: Error[]): void {
  client.beforeLookup = (openids) => {
    if (openids[0] === 'o0200' && errors.length > 0) throw errors.shift();
  };
}

function everybodyIsThere(): void {
  expect(followers.list({ accountId: account.id, limit: 1 }).total).toBe(450);
  // Of nobody twice but of the hundred that failed.
  expect(new Set(client.lookedUp).size).toBe(450);
}

describe('at a rate limit', () => {
  test.each([
    ['the day’s, until midnight in China', 45009, '2026-11-23T16:00:00.000Z', 1780],
    ['the minute’s, until the next', 45011, '2026-11-23T15:31:00.000Z', 40],
  ])('it waits: %s', async (_, errcode, resumesAt, seconds) => {
    const { openWait, pauses } = turnedWait(clock);
    open(openWait);
    failThird(refused(errcode));
    followers.sync(account.id);
    const [waiting] = (await hear('waiting')).slice(-1);
    expect(waiting).toMatchObject({ state: 'waiting', resumesAt, reason: 'quota', errcode, fetched: 200 });
    const [done] = (await hear('done', 'failed')).slice(-1);
    expect(done).toMatchObject({ state: 'done', fetched: 450, reason: null, resumesAt: null });
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(seconds * 1000);
    // A machine that slept looks at the clock soon after it wakes.
    expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
    everybodyIsThere();
  });

  test('asked again, it tries at once', async () => {
    const { openWait, begun } = standingWait();
    open(openWait);
    failThird(refused(45009));
    followers.sync(account.id);
    await begun;
    followers.sync(account.id);
    expect((await hear('done')).at(-1)).toMatchObject({ fetched: 450 });
  });

  test('the next session goes on waiting by itself, and then reads on', async () => {
    const { openWait, begun } = standingWait();
    open(openWait);
    failThird(refused(45009));
    followers.sync(account.id);
    await begun;
    await followers.close();
    const before = client.lookedUp.length;

    const next = turnedWait(clock);
    open(next.openWait);
    expect((await hear('waiting')).at(-1)).toMatchObject({ fetched: 200, errcode: 45009 });
    followers.resume();
    expect((await hear('done')).at(-1)).toMatchObject({ state: 'done' });
    expect(next.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(1_780_000);
    expect(client.lookedUp).toHaveLength(before + 250);
    everybodyIsThere();
  });
});

describe('out of reach', () => {
  const busy = () => refused(-1);
  const cut = () => new WeChatUnreachable('/cgi-bin/user/info/batchget', 'network', 'ECONNRESET');

  test('it tries again after 5, 15 and 60 seconds', async () => {
    const { openWait, pauses } = turnedWait(clock);
    open(openWait);
    failThird(busy(), cut(), cut());
    followers.sync(account.id);
    const heard = await hear('done', 'failed');
    expect(pauses).toEqual([5_000, 15_000, 60_000]);
    expect(heard).toContainEqual(
      expect.objectContaining({ state: 'running', reason: 'network', resumesAt: '2026-11-23T15:31:40.000Z' }),
    );
    everybodyIsThere();
  });

  test('then it fails, and can be gone on with', async () => {
    const { openWait, pauses } = turnedWait(clock);
    open(openWait);
    failThird(cut(), cut(), busy(), cut());
    followers.sync(account.id);
    expect((await hear('done', 'failed')).at(-1)).toMatchObject({
      state: 'failed',
      reason: 'network',
      fetched: 200,
      pages: 1,
    });
    expect(pauses).toHaveLength(3);
    followers.sync(account.id);
    expect((await hear('done')).at(-1)).toMatchObject({ fetched: 450 });
    everybodyIsThere();
  });

  test('a page is tried again, too, each time with all its patience', async () => {
    const { openWait, pauses } = turnedWait(clock);
    open(openWait);
    const troubles = new Map([
      ['', [cut(), cut(), cut()]],
      ['o0199', [busy()]],
    ]);
    client.beforePage = (next) => {
      const error = troubles.get(next)?.shift();
      if (error) throw error;
    };
    followers.sync(account.id);
    expect((await hear('done', 'failed')).at(-1)).toMatchObject({ state: 'done' });
    expect(pauses).toEqual([5_000, 15_000, 60_000, 5_000]);
    everybodyIsThere();
  });
});
