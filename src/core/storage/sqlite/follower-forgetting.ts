/** Erasing people from the directory: one person everywhere, or an account with everybody in it. */
import type { DatabaseSync } from 'node:sqlite';
import type { FollowerPeople } from './follower-people.ts';
import { breathe, type Transaction } from './follower-transaction.ts';

/** Rows erased in one transaction. */
const ERASED = 200;

/** Pages of the full-text index written anew in one transaction. */
const MERGED = 64;

export interface FollowerForgetting {
  /** @returns how many rows knew them. @throws StorageFailed */
  person(account: number, openid: string): number;
  /** Nothing is shown from the first moment on; the rows go a few at a time. @throws StorageFailed */
  account(accountId: string): Promise<void>;
  /** Goes on, at once and to the end, with what an earlier session could not finish. @throws StorageFailed */
  finish(): void;
}

export function createForgetFollowers(
  database: DatabaseSync,
  people: FollowerPeople,
  transaction: Transaction,
): FollowerForgetting {
  const arriving = database.prepare('DELETE FROM arriving_followers WHERE account = ? AND openid = ?');
  const departed = database.prepare('DELETE FROM departed_followers WHERE account = ? AND openid = ?');
  const oneLess = database.prepare('UPDATE directories SET present = present - 1 WHERE number = ?');
  /** Where a reading goes on is somebody's openid; it then goes on from the start, past those it has. */
  const unmark = database.prepare(
    "UPDATE directories SET next_openid = '', fetched = 0, reached = 0, pages = 0 WHERE number = ? AND next_openid = ?",
  );
  const number = database.prepare('SELECT number FROM directories WHERE account_id = ?');
  const detach = database.prepare('UPDATE directories SET account_id = NULL WHERE number = ?');
  const detached = database.prepare('SELECT number FROM directories WHERE account_id IS NULL');
  const some = database.prepare(`SELECT * FROM followers WHERE account = ? LIMIT ${ERASED}`);
  const rest = ['arriving_followers', 'departed_followers'].map((table) =>
    database.prepare(
      `DELETE FROM ${table} WHERE account = :account AND openid IN
         (SELECT openid FROM ${table} WHERE account = :account LIMIT ${ERASED})`,
    ),
  );
  const merge = database.prepare(
    `INSERT INTO follower_texts (follower_texts, rank) VALUES ('merge', -${MERGED})`,
  );
  const changes = database.prepare('SELECT total_changes() AS changes');
  const end = database.prepare('DELETE FROM directories WHERE number = ?');

  /** @returns whether anything was left to erase */
  function eraseSome(account: number): boolean {
    return transaction(() => {
      const rows = some.all(account);
      for (const row of rows) people.remove(row);
      const others = rest.map((statement) => Number(statement.run({ account }).changes));
      if (rows.length > 0 || others.some((erased) => erased > 0)) return true;
      end.run(account);
      return false;
    });
  }

  /** Until the index holds nothing of what was removed. @returns whether there may be more to do */
  function mergeSome(): boolean {
    return transaction(() => {
      const before = Number(changes.get()?.changes);
      merge.run();
      // SQLite's own way to tell.
      return Number(changes.get()?.changes) - before >= 2;
    });
  }

  return {
    person(account, openid) {
      return transaction(() => {
        const row = people.find(account, openid);
        if (row) {
          people.overwriteWords(true);
          people.remove(row);
          people.overwriteWords(false);
          oneLess.run(account);
        }
        unmark.run(account, openid);
        const others = [arriving, departed].map((statement) => statement.run(account, openid).changes);
        return others.reduce<number>((sum, erased) => sum + Number(erased), row ? 1 : 0);
      });
    },
    async account(accountId) {
      const account = number.get(accountId)?.number;
      if (typeof account !== 'number') return;
      transaction(() => detach.run(account));
      while (eraseSome(account)) await breathe();
      while (mergeSome()) await breathe();
    },
    finish() {
      for (const { number: account } of detached.all()) {
        while (eraseSome(Number(account)));
      }
    },
  };
}
