/** Look-ups in SQLite. Answers share their commit with the scans that arrive at the same moment. */
import type { DatabaseSync } from 'node:sqlite';
import { LookupState } from '#shared/model/lookup.ts';
import { Reason, type Verdict } from '#shared/model/verdict.ts';
import { HUNDRED, type LookupRecord, type LookupStore } from '../lookup-store.ts';
import { storageFailure } from '../storage-failure.ts';
import { numberOrNull, type Row } from './follower-rows.ts';
import type { GroupCommit } from './group-commit.ts';
import {
  addAnswers,
  COUNT_OF,
  columnsOf,
  countsOf,
  erasePerson,
  type Hundred,
  hundredOf,
  newHundred,
  unansweredIn,
} from './lookup-hundred.ts';

const INSERT = `
INSERT INTO lookups (id, account_id, state, started_at, asked, followed, not_followed, unknown)
VALUES (:id, :account, 'running', :at, 0, 0, 0, 0)`;

/** Of the account's look-ups those beyond the newest; one that is at work is not taken from under itself. */
const BEYOND = `
SELECT id FROM lookups WHERE account_id = :account AND state NOT IN ('running', 'waiting') AND rowid NOT IN
  (SELECT rowid FROM lookups WHERE account_id = :account ORDER BY rowid DESC LIMIT :kept)`;

const PUT_HUNDRED = `
INSERT INTO lookup_hundreds (lookup_id, number, pending, followed, not_followed, unknown, openids, answers)
VALUES (:id, :number, :pending, :followed, :not_followed, :unknown, :openids, :answers)
ON CONFLICT DO UPDATE SET pending = :pending, followed = :followed, not_followed = :not_followed,
  unknown = :unknown, openids = :openids, answers = :answers`;

const ADD_COUNTS = `
UPDATE lookups SET asked = asked + :people, followed = followed + :followed,
  not_followed = not_followed + :not_followed, unknown = unknown + :unknown
WHERE id = :id`;

const STAND = `
UPDATE lookups SET state = :state, ended_at = :endedAt, reason = :reason, errcode = :errcode,
  resumes_at = :resumesAt
WHERE id = :id`;

const WITH_PERSON = `
SELECT lookup_id, number, openids, answers FROM lookup_hundreds
WHERE lookup_id IN (SELECT id FROM lookups WHERE account_id = ?) AND instr(openids, ?) > 0`;

const REMOVE_SOME = `
DELETE FROM lookup_hundreds WHERE (lookup_id, number) IN
  (SELECT lookup_id, number FROM lookup_hundreds WHERE lookup_id = ? LIMIT 50)`;

const AT_WORK = `SELECT 1 FROM lookups WHERE state IN ('running', 'waiting')`;

const PAUSE_ALL = `
UPDATE lookups SET state = 'paused', reason = NULL, errcode = NULL, resumes_at = NULL
WHERE state IN ('running', 'waiting')`;

const NOBODY: Hundred = { openids: [], answers: [] };

function recordOf(row: Row): LookupRecord {
  const counts = [row.followed, row.not_followed, row.unknown].map(Number);
  const [followed = 0, notFollowed = 0, unknown = 0] = counts;
  return {
    id: String(row.id),
    accountId: String(row.account_id),
    state: LookupState.parse(row.state),
    startedAt: Number(row.started_at),
    endedAt: numberOrNull(row.ended_at),
    resumesAt: numberOrNull(row.resumes_at),
    reason: row.reason === null ? null : Reason.parse(row.reason),
    errcode: numberOrNull(row.errcode),
    asked: Number(row.asked),
    answered: followed + notFollowed + unknown,
    followed,
    notFollowed,
    unknown,
  };
}

/** The database must hold `lookupSchema`; it stays the caller's to close. */
export function createLookupStore(database: DatabaseSync, commits: GroupCommit): LookupStore {
  // Nothing is at work in a folder just opened: what the last session left so has paused.
  if (database.prepare(AT_WORK).get() !== undefined) inTransaction(() => database.exec(PAUSE_ALL));
  const everyLookup = database.prepare('SELECT * FROM lookups ORDER BY rowid DESC');
  const lookupsOf = database.prepare('SELECT * FROM lookups WHERE account_id = ? ORDER BY rowid DESC');
  const lookup = database.prepare('SELECT * FROM lookups WHERE id = ?');
  const insert = database.prepare(INSERT);
  const beyond = database.prepare(BEYOND);
  const addCounts = database.prepare(ADD_COUNTS);
  const stand = database.prepare(STAND);
  const hundredRow = database.prepare('SELECT * FROM lookup_hundreds WHERE lookup_id = ? AND number = ?');
  const putHundred = database.prepare(PUT_HUNDRED);
  const pending = database.prepare(
    'SELECT number FROM lookup_hundreds WHERE lookup_id = ? AND pending > 0 ORDER BY number',
  );
  const withPerson = database.prepare(WITH_PERSON);
  const removeLookup = database.prepare('DELETE FROM lookups WHERE id = ?');
  const removeSome = database.prepare(REMOVE_SOME);
  const removeHundreds = database.prepare('DELETE FROM lookup_hundreds WHERE lookup_id = ?');
  const nextHundred = Object.fromEntries(
    (['any', ...Object.values(COUNT_OF)] as const).map((column) => {
      const holds = column === 'any' ? 'followed + not_followed + unknown > 0' : `${column} > 0`;
      const rest = `lookup_id = ? AND number >= ? AND ${holds} ORDER BY number LIMIT 1`;
      return [column, database.prepare(`SELECT * FROM lookup_hundreds WHERE ${rest}`)];
    }),
  );

  /** `put` inside a transaction, the look-up's counts moved by what changed. */
  function put(id: string, number: number, hundred: Hundred, before: Hundred): void {
    putHundred.run({ id, number, ...columnsOf(hundred) });
    const [old, now] = [countsOf(before), countsOf(hundred)];
    addCounts.run({
      id,
      people: now.people - old.people,
      followed: now.followed - old.followed,
      not_followed: now.not_followed - old.not_followed,
      unknown: now.unknown - old.unknown,
    });
  }

  function inTransaction<T>(work: () => T): T {
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw storageFailure(error);
    }
  }

  function removeRows(id: string): void {
    removeHundreds.run(id);
    removeLookup.run(id);
  }

  return {
    list: (accountId) =>
      (accountId === undefined ? everyLookup.all() : lookupsOf.all(accountId)).map(recordOf),
    get(id) {
      const row = lookup.get(id);
      return row === undefined ? null : recordOf(row);
    },
    begin: ({ id, accountId, startedAt, openids, answers }, kept) =>
      commits.write(() => {
        insert.run({ id, account: accountId, at: startedAt });
        for (let start = 0; start < openids.length; start += HUNDRED) {
          put(id, start / HUNDRED, newHundred(openids.slice(start, start + HUNDRED), answers), NOBODY);
        }
        for (const row of beyond.all({ account: accountId, kept })) removeRows(String(row.id));
      }),
    pending: (id) => pending.all(id).map(({ number }) => Number(number)),
    unanswered(id, number) {
      const row = hundredRow.get(id, number);
      return row === undefined ? [] : unansweredIn(hundredOf(row));
    },
    answer: (id, number, answers) =>
      commits.write(() => {
        const row = hundredRow.get(id, number);
        if (row === undefined) return;
        const hundred = hundredOf(row);
        if (addAnswers(hundred, answers)) put(id, number, hundred, hundredOf(row));
      }),
    stand: (id, standing) => commits.write(() => void stand.run({ id, ...standing })),
    *people(id, from, verdict?: Verdict) {
      const next = nextHundred[verdict === undefined ? 'any' : COUNT_OF[verdict]];
      for (
        let row = next?.get(id, Math.floor(from / HUNDRED));
        row !== undefined;
        row = next?.get(id, Number(row.number) + 1)
      ) {
        const number = Number(row.number);
        const { openids, answers } = hundredOf(row);
        for (const [index, openid] of openids.entries()) {
          const position = number * HUNDRED + index;
          const answer = answers[index];
          if (position < from || openid === null || !answer) continue;
          if (verdict === undefined || answer.verdict === verdict) yield { position, openid, answer };
        }
      }
    },
    remove: (ids) => inTransaction(() => ids.forEach(removeRows)),
    removeSome: (id) => inTransaction(() => removeSome.run(id).changes > 0),
    erase: (accountId, openid) =>
      inTransaction(() => {
        let erased = 0;
        for (const row of withPerson.all(accountId, JSON.stringify(openid))) {
          const hundred = hundredOf(row);
          erased += erasePerson(hundred, openid);
          put(String(row.lookup_id), Number(row.number), hundred, hundredOf(row));
        }
        return erased;
      }),
  };
}
