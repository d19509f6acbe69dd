/** Scans of days long past, in the data folder of an app that has not been started yet. */
import { join } from 'node:path';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createGroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createScanStore } from '#core/storage/sqlite/scan-store.ts';

/** One for each openid, all of one account, which need not exist. `at`: milliseconds since the epoch. */
export async function keepOldScans(folder: string, openids: readonly string[], at: number): Promise<void> {
  const database = openDatabase(join(folder, 'scans.db'), folder);
  const ignored = () => undefined;
  const commits = createGroupCommit(database, {
    committed: () => store.committed(),
    succeeded: ignored,
    failed: ignored,
  });
  const store = createScanStore({ database, commits, now: at });
  for (const openid of openids) {
    await store.insert({
      ...{ entryId: 'long-ago', accountId: 'long-ago', param: '', scannedAt: at, decidedAt: at, openid },
      ...{ unionid: null, verdict: 'followed', reason: null, errcode: null, ip: null },
      ...{ subscribeTime: null, subscribeScene: null, codeDigest: null },
    });
  }
  database.close();
}
