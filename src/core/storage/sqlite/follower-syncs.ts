/** How each account's reading stands: one row of `directories`, made when it is first asked to be read. */
import type { DatabaseSync } from 'node:sqlite';
import type { FollowerChanges } from '#shared/model/user.ts';
import { Reason } from '#shared/model/verdict.ts';
import type { FollowerStore, SyncRecord } from '../follower-store.ts';
import { numberOrNull, type Row, textOrNull } from './follower-rows.ts';
import type { Transaction } from './follower-transaction.ts';

const BEGIN = `
INSERT INTO directories (account_id, generation, started_at) VALUES (:account, 1, :at)
ON CONFLICT DO UPDATE SET generation = generation + 1, started_at = :at, next_openid = '', fetched = 0,
  reached = 0, pages = 0, total = NULL, is_paused = 0, resumes_at = NULL, failed = 0, reason = NULL, errcode = NULL`;

const TURN_PAGE = `
UPDATE directories SET next_openid = :nextOpenid, fetched = :fetched, reached = :fetched,
  pages = :pages, total = :total
WHERE account_id = :account`;

const HOLD = `
UPDATE directories SET is_paused = :paused, resumes_at = :resumesAt, failed = :failed, reason = :reason,
  errcode = :errcode
WHERE account_id = :account`;

/** What an abandoned reading had begun to show counts for the one that takes its place. */
const TAKE_OVER = [
  'DELETE FROM arriving_followers WHERE account = :number',
  `UPDATE followers SET since_generation = :generation
   WHERE account = :number AND since_generation > :shown AND since_generation > 0`,
  `UPDATE departed_followers SET departed_generation = :generation
   WHERE account = :number AND departed_generation > :shown`,
];

function recordOf(row: Row | undefined): SyncRecord {
  const reason = textOrNull(row?.reason);
  return {
    generation: Number(row?.generation ?? 0),
    startedAt: numberOrNull(row?.started_at),
    nextOpenid: String(row?.next_openid ?? ''),
    fetched: Number(row?.fetched ?? 0),
    reached: Number(row?.reached ?? 0),
    pages: Number(row?.pages ?? 0),
    total: numberOrNull(row?.total),
    isPaused: Boolean(row?.is_paused),
    resumesAt: numberOrNull(row?.resumes_at),
    failure: row?.failed
      ? { reason: reason === null ? null : Reason.parse(reason), errcode: numberOrNull(row.errcode) }
      : null,
    completedAt: numberOrNull(row?.completed_at),
  };
}

export interface FollowerSyncs
  extends Pick<FollowerStore, 'sync' | 'begin' | 'turnPage' | 'hold' | 'waiting' | 'changes'> {
  /** The account's row of `directories`. */
  row(accountId: string): Row | undefined;
}

export function createFollowerSyncs(database: DatabaseSync, transaction: Transaction): FollowerSyncs {
  const select = database.prepare('SELECT * FROM directories WHERE account_id = ?');
  const begin = database.prepare(BEGIN);
  const takeOver = TAKE_OVER.map((sql) => database.prepare(sql));
  const turnPage = database.prepare(TURN_PAGE);
  const hold = database.prepare(HOLD);
  const waiting = database.prepare(
    'SELECT account_id FROM directories WHERE resumes_at IS NOT NULL AND account_id IS NOT NULL',
  );

  function row(accountId: string): Row | undefined {
    return select.get(accountId);
  }

  return {
    row,
    sync: (accountId) => recordOf(row(accountId)),
    begin(accountId, at) {
      transaction(() => {
        begin.run({ account: accountId, at });
        const { number = 0, generation = 0, complete_generation: shown = 0 } = row(accountId) ?? {};
        const [forgetArrivals, ...relabel] = takeOver;
        forgetArrivals?.run({ number });
        for (const statement of relabel) statement.run({ number, generation, shown });
      });
      return recordOf(row(accountId));
    },
    turnPage(accountId, page) {
      transaction(() => turnPage.run({ account: accountId, ...page }));
    },
    hold(accountId, { isPaused = false, resumesAt = null, failure = null }) {
      transaction(() =>
        hold.run({
          account: accountId,
          paused: Number(isPaused),
          resumesAt,
          failed: Number(failure !== null),
          reason: failure?.reason ?? null,
          errcode: failure?.errcode ?? null,
        }),
      );
    },
    waiting: () => waiting.all().map(({ account_id }) => String(account_id)),
    changes(accountId) {
      const directory = row(accountId);
      return {
        since: timeOf(directory?.previous_at),
        asOf: timeOf(directory?.completed_at),
        new: Number(directory?.arrived ?? 0),
        left: Number(directory?.departed ?? 0),
        returned: Number(directory?.returned ?? 0),
      } satisfies FollowerChanges;
    },
  };
}

/** ISO 8601; null for never. */
export function timeOf(milliseconds: Row[string] | undefined): string | null {
  return typeof milliseconds === 'number' ? new Date(milliseconds).toISOString() : null;
}
