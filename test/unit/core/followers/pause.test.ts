/** Pausing: after the hundred in flight, also over a restart, and going on from there. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFollowers, type Followers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { SyncProgress } from '#shared/model/user.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import {
  account,
  accounts,
  createScriptedWeChat,
  crowd,
  refused,
  type ScriptedWeChat,
} from './scripted-wechat.ts';
import { standingWait } from './turned-wait.ts';

let database: DatabaseSync;
let client: ScriptedWeChat;
let followers: Followers;
let letGo: () => void;
let inFlight: Promise<void>;

beforeEach(() => {
  database = openDatabase(':memory:', 'no folder');
  client = createScriptedWeChat(crowd(450), 450);
  open();
  holdSecond();
});

afterEach(async () => {
  await followers.close();
  database.close();
});

function open(openWait = standingWait().openWait): void {
  const store = createFollowerStore(database);
  const clock = manualClock();
  followers = createFollowers({ client, accounts, store, clock, openWait, logger: recordingLogger() });
}

/** The look-up of the second hundred stands still until it is let go. */
function holdSecond(): void {
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  inFlight = reached.promise;
  letGo = held.resolve;
  client.beforeLookup = async (openids) => {
    if (openids[0] !== 'o0100') return;
    reached.resolve();
    await held.promise;
  };
}

async function until(isReached: (progress: SyncProgress) => boolean): Promise<SyncProgress> {
  for await (const progress of followers.progress(account.id, undefined)) {
    if (isReached(progress)) return progress;
  }
  throw new Error('the feed ended');
}

const isDone = ({ state }: SyncProgress) => state === 'done';

test('it answers at once, keeps the hundred in flight and asks about nobody else', async () => {
  followers.sync(account.id);
  await inFlight;
  expect(followers.pause(account.id)).toMatchObject({ state: 'paused', fetched: 100, rate: null });
  letGo();
  await until(({ fetched }) => fetched === 200);
  await followers.close();
  expect(client.lookedUp).toHaveLength(200);
});

test('it stays paused over a restart, until it is asked to go on', async () => {
  followers.sync(account.id);
  await inFlight;
  followers.pause(account.id);
  letGo();
  await followers.close();
  open();
  followers.resume();
  expect(await until(() => true)).toMatchObject({ state: 'paused', fetched: 200, total: 450 });
  expect(followers.sync(account.id)).toMatchObject({ state: 'running' });
  expect(await until(isDone)).toMatchObject({ fetched: 450 });
  expect(client.lookedUp).toHaveLength(450);
});

test('asked to go on before the hundred in flight is done, it never stops', async () => {
  followers.sync(account.id);
  await inFlight;
  followers.pause(account.id);
  expect(followers.sync(account.id)).toMatchObject({ state: 'running' });
  letGo();
  expect(await until(isDone)).toMatchObject({ fetched: 450 });
  expect(client.pagesAsked).toEqual(['', 'o0449']);
});

test('asked to go on just as it stops, it goes on', async () => {
  followers.sync(account.id);
  await inFlight;
  followers.pause(account.id);
  letGo();
  await until(({ fetched }) => fetched === 200);
  followers.sync(account.id);
  expect(await until(isDone)).toMatchObject({ fetched: 450 });
  expect(new Set(client.lookedUp).size).toBe(client.lookedUp.length);
});

test('one that waits for WeChat’s limit can be paused, and no longer waits', async () => {
  const { openWait, begun } = standingWait();
  open(openWait);
  client.beforeLookup = () => {
    if (client.lookedUp.length > 100) throw refused(45009);
  };
  followers.sync(account.id);
  await begun;
  expect(followers.pause(account.id)).toMatchObject({ state: 'paused', resumesAt: null, reason: null });
  await followers.close();
  open();
  followers.resume();
  expect(await until(() => true)).toMatchObject({ state: 'paused' });
});

test('there is nothing to pause when nothing is unfinished', async () => {
  expect(followers.pause(account.id).state).toBe('idle');
  client.beforeLookup = () => {};
  followers.sync(account.id);
  await until(isDone);
  expect(followers.pause(account.id).state).toBe('done');
  client.beforeLookup = () => {
    throw refused(48001);
  };
  followers.sync(account.id);
  await until(({ state }) => state === 'failed');
  expect(followers.pause(account.id)).toMatchObject({ state: 'failed', reason: 'permission' });
});
