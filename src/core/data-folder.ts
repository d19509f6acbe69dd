/**
 * Everything FollowDesk keeps, opened in the order in which it can be opened safely. The database comes first,
 * because its lock says whether this folder is ours; secrets go nowhere before the operator's decision about
 * them is known.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSecrets, type Secrets } from './accounts/secrets.ts';
import { STATE_VALID_MS } from './callback/state.ts';
import type { Environment } from './environment.ts';
import { DatabaseDamaged } from './errors.ts';
import type { FollowerStore } from './storage/follower-store.ts';
import type { LookupStore } from './storage/lookup-store.ts';
import type { ScanStore } from './storage/scan-store.ts';
import { openSettingsFile } from './storage/settings-file.ts';
import { type CarriedParams, createCarriedParams } from './storage/sqlite/carried-params.ts';
import { openDatabase } from './storage/sqlite/database.ts';
import { createDiskTraces } from './storage/sqlite/disk-traces.ts';
import { eraseFromCopies } from './storage/sqlite/erased-copies.ts';
import { createErasures, type Erasures, type Forgotten } from './storage/sqlite/erasures.ts';
import { createFollowerStore } from './storage/sqlite/follower-store.ts';
import { createGroupCommit } from './storage/sqlite/group-commit.ts';
import { createLookupStore } from './storage/sqlite/lookup-store.ts';
import { createNotes, type Notes } from './storage/sqlite/notes.ts';
import { createScanStore } from './storage/sqlite/scan-store.ts';
import { createSeenIps, type SeenIps } from './storage/sqlite/seen-ips.ts';
import { createTimeMarks, type TimeMarks } from './storage/sqlite/time-marks.ts';
import { createTokenFetches, type TokenFetches } from './storage/sqlite/token-fetches.ts';
import { isDamaged, storageFailure } from './storage/storage-failure.ts';
import { createStorageHealth, type StorageHealth } from './storage/storage-health.ts';
import { createUpgrade, type Upgrade } from './storage/upgrade.ts';
import { createVerificationFiles, type VerificationFiles } from './verification/verification-files.ts';

export interface DataFolder extends Secrets {
  scans: ScanStore;
  params: CarriedParams;
  followers: FollowerStore;
  lookups: LookupStore;
  notes: Notes;
  timeMarks: TimeMarks;
  tokenFetches: TokenFetches;
  seenIps: SeenIps;
  verificationFiles: VerificationFiles;
  /** Whether the last writes reached the disk. */
  health: StorageHealth;
  /** Erasures that have begun. */
  erasures: Erasures;
  /**
   * After somebody was erased from the tables: takes them out of the params on their way, the copies before
   * upgrades, and the places of the files that nobody uses; then the erasure has ended. @throws StorageFailed
   */
  endErasure(erasure: Forgotten & { id: number }): Promise<void>;
  /** Writes what waits. */
  flush(): void;
  /** After everything that writes has ended. */
  close(): void;
}

/** @throws FolderInUse, DatabaseDamaged, StorageFailed */
export function openDataFolder(environment: Environment): DataFolder {
  const { dataFolder } = environment;
  const path = join(dataFolder, 'scans.db');
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw storageFailure(error);
  }
  const upgrade = createUpgrade(environment);
  const database = openDatabase(path, dataFolder, upgrade.keepDatabase);
  try {
    return openOver(database, environment, upgrade);
  } catch (error) {
    database.close();
    // Damage shows when something is read that the opening did not touch.
    throw isDamaged(error) ? new DatabaseDamaged(path, error) : error;
  }
}

function openOver(
  database: ReturnType<typeof openDatabase>,
  environment: Environment,
  upgrade: Upgrade,
): DataFolder {
  const { dataFolder, clock } = environment;
  upgrade.keepSettings();
  const secrets = createSecrets({ ...environment, file: openSettingsFile(environment) });
  upgrade.noteVersion(secrets.file);

  const health = createStorageHealth();
  const commits = createGroupCommit(database, {
    committed: () => scans.committed(),
    succeeded: health.succeeded,
    failed: health.failed,
  });
  const scans = createScanStore({ database, commits, now: clock.now() });
  const params = createCarriedParams(database, commits, clock.now(), STATE_VALID_MS);
  const traces = createDiskTraces(database);
  const erasures = createErasures(database, commits);
  return {
    ...secrets,
    scans,
    params,
    followers: createFollowerStore(database),
    lookups: createLookupStore(database, commits),
    notes: createNotes(database, commits),
    timeMarks: createTimeMarks(database, commits),
    tokenFetches: createTokenFetches(database, commits, clock.now()),
    seenIps: createSeenIps(database, commits),
    verificationFiles: createVerificationFiles(dataFolder),
    health,
    erasures,
    async endErasure({ id, openid, texts }) {
      await params.erase(texts);
      await eraseFromCopies(join(dataFolder, 'backups'), openid, texts, environment.logger);
      await traces.remove(texts);
      await erasures.end(id);
      await traces.emptyLog();
    },
    flush: commits.flush,
    close() {
      database.close();
      traces.close();
    },
  };
}
