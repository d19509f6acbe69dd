/** Run as a process of its own, to be killed: syncs three batches into the given file, then waits for ever. */
import { createFollowers } from '#core/followers/followers.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { account, accounts, createScriptedWeChat, crowd } from './scripted-wechat.ts';

const database = openDatabase(process.argv[2] ?? '', 'the folder');
const client = createScriptedWeChat(crowd(600), 200);
client.beforeLookup = () => {
  if (client.lookedUp.length <= 300) return undefined;
  process.stdout.write('waiting\n');
  return new Promise<void>(() => {});
};
const store = createFollowerStore(database);
createFollowers({ client, accounts, store, clock: manualClock(), logger: recordingLogger() }).sync(
  account.id,
);
// A pending promise keeps no process alive.
setInterval(() => {}, 60_000);
