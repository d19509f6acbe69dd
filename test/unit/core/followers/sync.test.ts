/** A sync reads everybody, says how far it is, and ends in a failure with a reason rather than in a gap. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NotFound, SecretMissing, WeChatUnreachable } from '#core/errors.ts';
import { createFollowers, type Followers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { SyncProgress } from '#shared/model/user.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { type RecordingLogger, recordingLogger } from '../../../support/recording-logger.ts';
import {
  account,
  accounts,
  createScriptedWeChat,
  crowd,
  person,
  refused,
  type ScriptedWeChat,
} from './scripted-wechat.ts';
import { turnedWait } from './turned-wait.ts';

let database: DatabaseSync;
let client: ScriptedWeChat;
let followers: Followers;
let logger: RecordingLogger;
let clock: ManualClock;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  client = createScriptedWeChat(crowd(450), 200);
  logger = recordingLogger();
  clock = manualClock();
  followers = open();
});

afterEach(async () => {
  await followers.close();
  database.close();
});

function open(overrides: Partial<typeof accounts> = {}): Followers {
  return createFollowers({
    client,
    accounts: { ...accounts, ...overrides },
    store: createFollowerStore(database),
    clock,
    openWait: turnedWait(clock).openWait,
    logger,
  });
}

/** Every progress from now to the end of the sync. */
async function untilSettled(): Promise<SyncProgress[]> {
  const heard: SyncProgress[] = [];
  for await (const progress of followers.progress(account.id, undefined)) {
    heard.push(progress);
    if (progress.state !== 'running') break;
  }
  return heard;
}

function shown(): string[] {
  return followers.list({ accountId: account.id, limit: 500 }).items.map(({ openid }) => openid);
}

test('reads every page, looks everybody up once, a hundred at a time', async () => {
  const sizes: number[] = [];
  client.beforeLookup = (openids) => void sizes.push(openids.length);
  expect(followers.sync(account.id)).toMatchObject({ state: 'running', fetched: 0, total: null });
  expect((await untilSettled()).at(-1)).toEqual({
    accountId: account.id,
    state: 'done',
    fetched: 450,
    total: 450,
    pages: 3,
    rate: null,
    secondsLeft: null,
    resumesAt: null,
    reason: null,
    errcode: null,
  });
  expect(sizes).toEqual([100, 100, 100, 100, 50]);
  expect(new Set(client.lookedUp).size).toBe(450);
  expect(client.pagesAsked).toEqual(['', 'o0199', 'o0399', 'o0449']);
  expect(followers.list({ accountId: account.id, limit: 1 })).toMatchObject({
    total: 450,
    asOf: '2026-11-23T10:00:00.000Z',
    items: [{ openid: 'o0449' }],
  });
});

test('one sync at a time: asking again answers the progress of the one that runs', async () => {
  followers.sync(account.id);
  expect(followers.sync(account.id).state).toBe('running');
  await untilSettled();
  expect(client.lookedUp).toHaveLength(450);
  followers.sync(account.id);
  await untilSettled();
  expect(client.lookedUp).toHaveLength(900);
});

test('the feed tells the present first and ends with its signal', async () => {
  const listening = new AbortController();
  const feed = followers.progress(account.id, listening.signal);
  expect((await feed.next()).value).toMatchObject({ state: 'idle', fetched: 0 });
  const next = feed.next();
  followers.sync(account.id);
  expect((await next).value).toMatchObject({ state: 'running' });
  const waiting = (async () => {
    for await (const { state } of feed) if (state === 'done') listening.abort();
  })();
  await waiting;
  expect((await feed.next()).done).toBe(true);
});

test('those who left are gone after the next sync, those who came are there', async () => {
  followers.sync(account.id);
  await untilSettled();
  client.people = [...crowd(450).slice(2), person('oNew')];
  followers.sync(account.id);
  await untilSettled();
  const openids = shown();
  expect(openids).toHaveLength(449);
  expect(openids).toContain('oNew');
  expect(openids).not.toContain('o0000');
});

test('somebody who leaves between the list and the look-up is not shown; an unreadable one is', async () => {
  client.answers.set('o0001', person('o0001', { subscribe: false }));
  client.answers.set('o0002', refused(40003));
  client.answers.set('o0003', person('o0003', { subscribe: null }));
  client.answers.set('o0004', refused(99999));
  followers.sync(account.id);
  expect((await untilSettled()).at(-1)).toMatchObject({ state: 'done', fetched: 449, total: 450 });
  const openids = shown();
  expect(openids).not.toContain('o0001');
  expect(openids).toEqual(expect.arrayContaining(['o0002', 'o0003', 'o0004']));
});

describe('failures', () => {
  test.each([
    ['credentials', refused(40125), { reason: 'credentials', errcode: 40125 }],
    ['permission', refused(48001), { reason: 'permission', errcode: 48001 }],
    ['network', new WeChatUnreachable('x', 'timeout', ''), { reason: 'network', errcode: null }],
  ])(
    '%s: the sync fails with its reason, the old directory stays, the next one goes on',
    async (_, error, why) => {
      client.beforeLookup = () => {
        if (client.lookedUp.length > 300) throw error;
      };
      followers.sync(account.id);
      expect((await untilSettled()).at(-1)).toMatchObject({ state: 'failed', fetched: 300, ...why });
      expect(shown()).toEqual([]);
      expect(logger.lines).toHaveLength(1);
      expect(logger.lines[0]).not.toContain('o0');
      followers = open();
      expect(await untilSettled()).toMatchObject([{ state: 'failed', ...why }]);
      client.beforeLookup = () => {};
      client.lookedUp = [];
      followers.sync(account.id);
      expect((await untilSettled()).at(-1)).toMatchObject({ state: 'done', fetched: 450, reason: null });
      expect(client.lookedUp).toHaveLength(150);
      expect(shown()).toHaveLength(450);
    },
  );

  test('one of a hundred that fails for everybody’s reason fails the sync', async () => {
    client.answers.set('o0150', refused(48001));
    followers.sync(account.id);
    expect((await untilSettled()).at(-1)).toMatchObject({
      state: 'failed',
      reason: 'permission',
      fetched: 100,
    });
  });

  test('an account without a secret fails by its reason; an unknown account is thrown', async () => {
    followers = open({
      credentials(id) {
        throw new SecretMissing(id, 'unreadable');
      },
    });
    followers.sync(account.id);
    expect((await untilSettled()).at(-1)).toMatchObject({ state: 'failed', reason: 'credentials' });
    expect(() => followers.sync('nobody')).toThrow(NotFound);
    expect(() => followers.list({ accountId: 'nobody', limit: 1 })).toThrow(NotFound);
    expect(() => followers.progress('nobody', undefined)).toThrow(NotFound);
  });
});
