/** A sync that is stopped, or killed, goes on where it was: nobody is asked about twice, nobody is lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFollowers, type Followers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import {
  account,
  accounts,
  createScriptedWeChat,
  crowd,
  refused,
  type ScriptedWeChat,
} from './scripted-wechat.ts';

const HOUR = 3600 * 1000;
let clock: ManualClock;
let path: string;
let database: DatabaseSync | undefined;

beforeEach(() => {
  clock = manualClock();
  path = join(temporaryFolder(), 'data.db');
});

afterEach(() => {
  database?.close();
  database = undefined;
});

function openSession(client: ScriptedWeChat): Followers {
  database?.close();
  database = openDatabase(path, 'the folder');
  const store = createFollowerStore(database);
  return createFollowers({ client, accounts, store, clock, logger: recordingLogger() });
}

async function finish(followers: Followers): Promise<string> {
  followers.sync(account.id);
  for await (const { state } of followers.progress(account.id, undefined)) {
    if (state !== 'running') return state;
  }
  return 'ended';
}

/** A session that is closed while the look-up after `batches` hundreds is under way. */
async function stopAfter(client: ScriptedWeChat, batches: number): Promise<void> {
  const followers = openSession(client);
  const reached = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  client.beforeLookup = async () => {
    if (client.lookedUp.length <= batches * 100) return;
    reached.resolve();
    await held.promise;
  };
  followers.sync(account.id);
  await reached.promise;
  const closing = followers.close();
  held.resolve();
  await closing;
  client.beforeLookup = () => {};
}

test('a killed process loses no hundred it had read', async () => {
  const script = fileURLToPath(new URL('./interrupted-sync.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const client = createScriptedWeChat(crowd(600), 200);
  const followers = openSession(client);
  expect(followers.list({ accountId: account.id, limit: 1 })).toMatchObject({ total: 0, asOf: null });
  expect(await finish(followers)).toBe('done');
  expect(client.pagesAsked[0]).toBe('o0199');
  expect(client.lookedUp).toHaveLength(300);
  expect(client.lookedUp[0]).toBe('o0300');
  expect(followers.list({ accountId: account.id, limit: 1 }).total).toBe(600);
});

test('close waits for the hundred in flight and keeps it', async () => {
  const client = createScriptedWeChat(crowd(600), 600);
  await stopAfter(client, 1);
  expect(client.lookedUp).toHaveLength(200);
  const followers = openSession(client);
  expect(await finish(followers)).toBe('done');
  expect(client.lookedUp).toHaveLength(600);
  expect(followers.list({ accountId: account.id, limit: 1 }).total).toBe(600);
});

test('a closed session starts nothing and ends its feeds', async () => {
  const client = createScriptedWeChat(crowd(5), 5);
  const followers = openSession(client);
  const feed = followers.progress(account.id, undefined);
  await feed.next();
  const ended = feed.next();
  await followers.close();
  expect((await ended).done).toBe(true);
  expect(followers.sync(account.id).state).toBe('idle');
  expect(client.pagesAsked).toEqual([]);
});

test('unfinished work older than a day is begun anew', async () => {
  const client = createScriptedWeChat(crowd(300), 300);
  await stopAfter(client, 1);
  client.people = crowd(300).slice(1);
  clock.advance(25 * HOUR);
  client.lookedUp = [];
  const followers = openSession(client);
  expect(await finish(followers)).toBe('done');
  expect(client.lookedUp).toHaveLength(299);
  expect(followers.list({ accountId: account.id, limit: 500 }).total).toBe(299);
});

test('when WeChat no longer knows where it stopped, it begins anew', async () => {
  const client = createScriptedWeChat(crowd(300), 100);
  await stopAfter(client, 1);
  client.beforePage = (next) => {
    if (next === 'o0199') throw refused(40003);
  };
  client.people = crowd(300).filter(({ openid }) => openid !== 'o0199');
  const followers = openSession(client);
  expect(await finish(followers)).toBe('done');
  expect(followers.list({ accountId: account.id, limit: 1 }).total).toBe(299);
});

test('forgetting an account stops its sync and leaves no row', async () => {
  const client = createScriptedWeChat(crowd(300), 300);
  const followers = openSession(client);
  followers.sync(account.id);
  await followers.forget(account.id);
  expect(followers.list({ accountId: account.id, limit: 1 }).total).toBe(0);
  expect(database?.prepare('SELECT count(*) AS rows FROM followers').get()).toEqual({ rows: 0 });
});
