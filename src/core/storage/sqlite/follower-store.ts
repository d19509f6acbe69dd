/** The follower directory in SQLite: what a sync writes, generation by generation. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Reason } from '#shared/model/verdict.ts';
import type { FollowerStore, SyncRecord } from '../follower-store.ts';
import { storageFailure } from '../storage-failure.ts';
import { readFollowerPage } from './follower-page.ts';
import { detailColumns, numberOrNull, type Row, textOrNull } from './follower-rows.ts';

const BEGIN = `
INSERT INTO follower_syncs (account_id, generation, complete_generation, started_at, next_openid, fetched)
VALUES (:account, 1, 0, :at, '', 0)
ON CONFLICT DO UPDATE SET generation = generation + 1, started_at = :at, next_openid = '', fetched = 0,
  total = NULL, failed = 0, reason = NULL, errcode = NULL`;

const TURN_PAGE = `
UPDATE follower_syncs SET next_openid = :next, fetched = :fetched, total = :total
WHERE account_id = :account`;

const SHOW_GENERATION = `
UPDATE follower_syncs SET complete_generation = generation, completed_at = :at, started_at = NULL,
  next_openid = '', failed = 0, reason = NULL, errcode = NULL
WHERE account_id = :account`;

const MARK_GONE = `
UPDATE followers SET gone_at = :at
WHERE account_id = :account AND gone_at IS NULL AND generation <
  (SELECT generation FROM follower_syncs WHERE account_id = :account)`;

const FAIL = `
UPDATE follower_syncs SET failed = 1, reason = :reason, errcode = :errcode WHERE account_id = :account`;

/** Somebody who comes back is new: shown again only when this generation is. */
const SEEN = `
  since_generation = CASE WHEN gone_at IS NULL THEN since_generation ELSE excluded.generation END,
  generation = excluded.generation, gone_at = NULL`;

const WRITE = `
INSERT INTO followers (account_id, openid, unionid, remark, remark_folded, tag_list, subscribe_time,
  subscribe_scene, language, since_generation, generation)
VALUES (:account, :openid, :unionid, :remark, :folded, :tags, :time, :scene, :language,
  :generation, :generation)
ON CONFLICT DO UPDATE SET ${SEEN}`;

const WRITE_DETAILS = `${WRITE}, unionid = excluded.unionid, remark = excluded.remark,
  remark_folded = excluded.remark_folded, tag_list = excluded.tag_list,
  subscribe_time = excluded.subscribe_time, subscribe_scene = excluded.subscribe_scene,
  language = excluded.language`;

function recordOf(row: Row | undefined): SyncRecord {
  const reason = textOrNull(row?.reason);
  return {
    generation: Number(row?.generation ?? 0),
    startedAt: numberOrNull(row?.started_at),
    nextOpenid: String(row?.next_openid ?? ''),
    fetched: Number(row?.fetched ?? 0),
    total: numberOrNull(row?.total),
    failure: row?.failed
      ? { reason: reason === null ? null : Reason.parse(reason), errcode: numberOrNull(row.errcode) }
      : null,
    completedAt: numberOrNull(row?.completed_at),
  };
}

/** The database must hold `followerSchema`; it stays the caller's to close. */
export function createFollowerStore(database: DatabaseSync): FollowerStore {
  const syncRow = database.prepare('SELECT * FROM follower_syncs WHERE account_id = ?');
  const begin = database.prepare(BEGIN);
  const stored = database.prepare(
    'SELECT 1 FROM followers WHERE account_id = ? AND openid = ? AND generation = ?',
  );
  const write = database.prepare(WRITE);
  const writeDetails = database.prepare(WRITE_DETAILS);
  const turnPage = database.prepare(TURN_PAGE);
  const markGone = database.prepare(MARK_GONE);
  const showGeneration = database.prepare(SHOW_GENERATION);
  const fail = database.prepare(FAIL);
  const forgetFollowers = database.prepare('DELETE FROM followers WHERE account_id = ?');
  const forgetSync = database.prepare('DELETE FROM follower_syncs WHERE account_id = ?');

  function inTransaction(work: () => void): void {
    try {
      database.exec('BEGIN IMMEDIATE');
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw storageFailure(error);
    }
  }

  function sync(accountId: string): SyncRecord {
    return recordOf(syncRow.get(accountId));
  }

  return {
    sync,
    begin(accountId, at) {
      inTransaction(() => begin.run({ account: accountId, at }));
      return sync(accountId);
    },
    missing(accountId, openids) {
      const { generation } = sync(accountId);
      return openids.filter((openid) => stored.get(accountId, openid, generation) === undefined);
    },
    write(accountId, followers) {
      const { generation } = sync(accountId);
      inTransaction(() => {
        for (const { openid, details } of followers) {
          const columns: Record<string, SQLInputValue> = detailColumns(details);
          const statement = details === null ? write : writeDetails;
          statement.run({ account: accountId, openid, generation, ...columns });
        }
      });
    },
    turnPage(accountId, { nextOpenid, fetched, total }) {
      inTransaction(() => turnPage.run({ account: accountId, next: nextOpenid, fetched, total }));
    },
    complete(accountId, at) {
      inTransaction(() => {
        markGone.run({ account: accountId, at });
        showGeneration.run({ account: accountId, at });
      });
    },
    fail(accountId, { reason, errcode }) {
      inTransaction(() => fail.run({ account: accountId, reason, errcode }));
    },
    page(query) {
      return readFollowerPage(database, query, syncRow.get(query.accountId));
    },
    forget(accountId) {
      inTransaction(() => {
        forgetFollowers.run(accountId);
        forgetSync.run(accountId);
      });
    },
  };
}
