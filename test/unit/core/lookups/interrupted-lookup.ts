/** Run as a process of its own, to be killed: looks the given people up, into the given folder, until it dies. */
import { createLookups } from '#core/lookups/lookups.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createGroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createLookupStore } from '#core/storage/sqlite/lookup-store.ts';
import { createWeChatClient } from '#core/wechat/client.ts';
import { anAccount } from '../../../support/an-account.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { scramblingVault } from '../../../support/scrambling-vault.ts';

const [folder = '', apiBaseUrl = '', appId = '', appSecret = '', openids = ''] = process.argv.slice(2);
const clock = { now: Date.now };
const database = openDatabase(`${folder}/scans.db`, folder);
const commits = createGroupCommit(database, { committed() {}, succeeded() {}, failed() {} });
const client = createWeChatClient({
  clock,
  logger: recordingLogger(),
  vault: scramblingVault(),
  dataFolder: folder,
  fetches: { note: async () => {}, today: () => ({ fetched: 0, forced: 0, forcedAt: null }) },
});
const lookups = createLookups({
  client,
  accounts: {
    get: () => anAccount(),
    credentials: (accountId) => ({ accountId, appId, appSecret, apiBaseUrl, tokenMode: 'stable' }),
  },
  store: createLookupStore(database, commits),
  clock,
  logger: recordingLogger(),
});

const { id } = await lookups.start({ accountId: 'acc', openids: openids.split(',') });
for await (const { answered } of lookups.progress(id, undefined)) {
  process.stdout.write(`${id} ${answered}\n`);
}
