/**
 * History for a desk: scans put into a closed FollowDesk's own file through its own store, so that the rows are
 * as it would have written them, whatever its tables look like.
 */

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { atOnce } from '#core/in-turns.ts';
import type { NewScan } from '#core/storage/scan-store.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createGroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createScanStore } from '#core/storage/sqlite/scan-store.ts';

const verdicts = ['followed', 'not_followed', 'followed', 'unknown'] as const;
const monthMs = 30 * 24 * 3600 * 1000;
/** Scans in one commit. */
const group = 1000;

/** One of a month's scans: `share` of it has passed. A quarter of the openids come twice. */
function scanOf(index: number, share: number, entry: { id: string; accountId: string }): NewScan {
  const verdict = verdicts[index % verdicts.length] ?? 'followed';
  const at = Math.floor(Date.now() - monthMs * (1 - share));
  return {
    entryId: entry.id,
    accountId: entry.accountId,
    openid: `obench${String(index % 75_000).padStart(22, '0')}`,
    unionid: null,
    verdict,
    reason: verdict === 'unknown' ? 'code_reused' : null,
    errcode: verdict === 'unknown' ? 40163 : null,
    ip: null,
    param: '',
    subscribeTime: null,
    subscribeScene: null,
    scannedAt: at,
    decidedAt: at,
    codeDigest: hash('sha256', `bench ${index}`).slice(0, 32),
  };
}

/** Adds scans until there are `scans`. @throws FolderInUse while FollowDesk runs on the folder. */
export async function fillScans(
  dataFolder: string,
  scans: number,
  entry: { id: string; accountId: string },
): Promise<void> {
  const database = openDatabase(join(dataFolder, 'scans.db'), dataFolder);
  const commits = createGroupCommit(database, {
    committed: () => store.committed(),
    succeeded() {},
    failed() {},
  });
  const store = createScanStore({ database, commits, now: Date.now() });
  for (let index = atOnce(store.summary({})).scanned; index < scans; index += group) {
    const many = Math.min(group, scans - index);
    const written = Array.from({ length: many }, (_, more) =>
      store.insert(scanOf(index + more, (index + more + 1) / (scans + 1), entry)),
    );
    commits.flush();
    await Promise.all(written);
  }
  database.close();
}
