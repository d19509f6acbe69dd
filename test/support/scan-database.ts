/** A real scan store on a real file, closed when the test ends. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { NewScan } from '#core/storage/scan-store.ts';
import { createCarriedParams } from '#core/storage/sqlite/carried-params.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createGroupCommit } from '#core/storage/sqlite/group-commit.ts';
import { createScanStore } from '#core/storage/sqlite/scan-store.ts';
import { createStorageHealth } from '#core/storage/storage-health.ts';
import { manualClock } from './manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

export function openScanDatabase(folder = temporaryFolder(), clock = manualClock()) {
  const database = openDatabase(join(folder, 'scans.db'), folder);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  const health = createStorageHealth();
  const commits = createGroupCommit(database, {
    committed: () => store.committed(),
    succeeded: health.succeeded,
    failed: health.failed,
  });
  const store = createScanStore({ database, commits, now: clock.now() });
  const params = createCarriedParams(database, commits, clock.now(), 600_000);
  return { database, commits, store, params, health, clock, folder };
}

let made = 0;

/** A scan of somebody who follows, unless told otherwise. */
export function newScan(facts: Partial<NewScan> = {}): NewScan {
  made += 1;
  return {
    entryId: 'entry00001',
    accountId: 'account001',
    openid: `openid${made}`,
    unionid: null,
    verdict: 'followed',
    reason: null,
    errcode: null,
    ip: null,
    param: '',
    subscribeTime: null,
    subscribeScene: null,
    scannedAt: Date.parse('2026-11-23T10:00:00Z') + made,
    decidedAt: Date.parse('2026-11-23T10:00:00Z') + made,
    codeDigest: `digest${made}`,
    ...facts,
  };
}
